package eu.sortie.ledger;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts together what comes of one item: its sight at the source, its sight at the destination, its transfer. */
final class Pairing {

  private final Consumer<Pair> done;
  private @Nullable ItemId id;
  private @Nullable Item before;
  private @Nullable Item after;
  private @Nullable Transfer transfer;

  Pairing(Consumer<Pair> done) {
    this.done = done;
  }

  /** Begins an item, which ends the one before it; the same one again changes nothing. */
  void begin(ItemId next) {
    if (!next.equals(id)) {
      end();
      id = next;
    }
  }

  void before(Item item) {
    before = item;
  }

  void after(Item item) {
    after = item;
  }

  void transfer(Transfer carried) {
    transfer = carried;
  }

  /** Ends the last item. */
  void end() {
    if (id != null) {
      done.accept(new Pair(before, after, transfer));
    }
    id = null;
    before = null;
    after = null;
    transfer = null;
  }
}
