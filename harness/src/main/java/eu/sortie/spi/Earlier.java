package eu.sortie.spi;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a process that died left at a destination, told to the one that goes on with its drill. */
public interface Earlier {

  /** A listing of what the destination holds. */
  interface Listing {
    void each(Consumer<Item> held) throws IOException;
  }

  /** What it wrote down before it created it, so that it is the drill's own; it may not have got so far. */
  List<Created> created();

  /** Whether it wrote something that is still to be looked at. */
  boolean isNeeded() throws IOException;

  /** What {@link Destination#memory} gave last; empty where it gave nothing yet. */
  Map<String, String> memory();

  /** The first keys, in their order, that did not leave whole; none once all have left. */
  List<String> unfinishedKeys() throws IOException;

  /**
   * Names the versions that the destination holds and the drill's books do not; none once all have left.
   *
   * @param held under the destination's own names for versions
   */
  void strays(Listing held, Consumer<ItemId> stray) throws IOException;
}
