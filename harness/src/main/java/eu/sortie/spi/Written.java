package eu.sortie.spi;

import eu.sortie.inventory.ItemId;
import java.io.IOException;
import java.util.function.Consumer;

/** The items a drill wrote, read from its own books: all that it may remove again. */
public interface Written {

  /** Names each of them. */
  void each(Consumer<ItemId> id) throws IOException;
}
