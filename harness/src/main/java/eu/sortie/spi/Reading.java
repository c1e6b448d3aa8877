package eu.sortie.spi;

import eu.sortie.inventory.Item;
import java.io.IOException;
import java.io.InputStream;

/** One item being read. */
public interface Reading extends AutoCloseable {

  /** The item with every trait the read shows, except those that need its bytes: content and size. */
  Item item();

  /** How many bytes will come, as the end announced it. */
  long announcedBytes();

  /** The bytes as they are stored, once; never decoded. */
  InputStream bytes();

  /** The library that reads this item, where it is not the reader's usual one. */
  String library();

  @Override
  void close() throws IOException;
}
