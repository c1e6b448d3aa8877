package eu.sortie.testkit;

import eu.sortie.inventory.ItemId;
import eu.sortie.spi.Created;
import eu.sortie.spi.Earlier;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A process that died in the middle of items that all have left by now.
 *
 * @param created what it created
 * @param memory what its destination knew
 */
record Dead(List<Created> created, Map<String, String> memory) implements Earlier {

  @Override
  public boolean isNeeded() {
    return true;
  }

  @Override
  public List<String> unfinishedKeys() {
    return List.of();
  }

  @Override
  public void strays(Listing held, Consumer<ItemId> stray) {
    // Everything is in the books.
  }
}
