package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reading;
import java.io.InputStream;

/** A resource that is at hand; its bytes are the export. */
record OpenResource(Item item, long announcedBytes, InputStream bytes, String library)
    implements Reading {

  @Override
  public void close() {
    // It is in memory.
  }
}
