package eu.sortie.ledger;

import eu.sortie.inventory.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts together what was listed under one key; what was listed twice counts once. */
final class Grouping {

  private final BiConsumer<List<Listed>, Set<ItemId>> done;
  private final List<Listed> group = new ArrayList<>();
  private final Set<Object> names = new HashSet<>();
  private @Nullable String key;
  private Set<ItemId> seen = Set.of();

  Grouping(BiConsumer<List<Listed>, Set<ItemId>> done) {
    this.done = done;
  }

  /**
   * Adds what is listed next.
   *
   * @param ofItsKey the items of the key that were read before; the same for all that is listed under it
   */
  void add(Listed next, Set<ItemId> ofItsKey) {
    var id = next.item().id();
    if (!id.key().equals(key)) {
      end();
      key = id.key();
      seen = ofItsKey;
    }
    if (names.add(id)) {
      group.add(next);
    }
  }

  /** Ends the last key. */
  void end() {
    if (!group.isEmpty()) {
      done.accept(List.copyOf(group), seen);
    }
    group.clear();
    names.clear();
  }
}
