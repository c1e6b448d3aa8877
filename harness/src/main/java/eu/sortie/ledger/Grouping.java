package eu.sortie.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts together what was listed under one key; what was listed twice counts once. */
final class Grouping {

  private final Consumer<List<Listed>> done;
  private final List<Listed> group = new ArrayList<>();
  private final Set<Object> names = new HashSet<>();
  private @Nullable String key;

  Grouping(Consumer<List<Listed>> done) {
    this.done = done;
  }

  void add(Listed next) {
    var id = next.item().id();
    if (!id.key().equals(key)) {
      end();
      key = id.key();
    }
    if (names.add(id)) {
      group.add(next);
    }
  }

  /** Ends the last key. */
  void end() {
    if (!group.isEmpty()) {
      done.accept(List.copyOf(group));
    }
    group.clear();
    names.clear();
  }
}
