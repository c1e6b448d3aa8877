package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reading;
import java.io.IOException;
import java.io.InputStream;

/** An object whose bytes are on their way. */
record OpenObject(Item item, long announcedBytes, InputStream bytes, String library)
    implements Reading {

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
