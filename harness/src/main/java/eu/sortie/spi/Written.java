package eu.sortie.spi;

import eu.sortie.inventory.ItemId;
import java.io.IOException;
import java.util.function.BiConsumer;

/** The items a drill wrote, read from its own books: all that it may remove again. */
public interface Written {

  /** Names each of them, with the destination's own name for the version it made; empty where it made none. */
  void each(BiConsumer<ItemId, String> item) throws IOException;
}
