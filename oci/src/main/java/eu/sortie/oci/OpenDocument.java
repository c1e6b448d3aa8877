package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reading;
import java.io.InputStream;

/** A manifest, an index or what a tag points to, at hand; its bytes are the export. */
record OpenDocument(Item item, long announcedBytes, InputStream bytes, String library)
    implements Reading {

  @Override
  public void close() {
    // It is in memory.
  }
}
