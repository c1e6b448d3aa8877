package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reading;
import java.io.InputStream;

/** An object in memory being read. */
record MemoryReading(
    Item item, long announcedBytes, InputStream bytes, String library, Runnable closed)
    implements Reading {

  @Override
  public void close() {
    closed.run();
  }
}
