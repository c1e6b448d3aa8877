package eu.sortie.drill;

import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Changed;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an item shows later, held against what it showed before: by meaning, trait by trait. At the source, when all has left; at the
 * destination, where a gate asks whether what was brought back stays as it is.
 *
 * <p>What can no longer be seen, or can be seen by now, has changed as well: unknown never counts as unchanged.
 */
final class SecondLook {

  private final Item before;
  private final List<String> differences = new ArrayList<>();

  private SecondLook(Item before) {
    this.before = before;
  }

  /** Reads an item once more; gives what changed, empty where nothing did. */
  static Optional<Changed> at(Reader end, Item listed, Item taken, Collection<Trait> traits)
      throws IOException {
    var look = new SecondLook(taken);
    try (var reading = end.read(listed)) {
      look.compare(listed.with(reading.item().traits()), traits);
    } catch (RefusedException | ChangedException refused) {
      look.differences.add("it can no longer be read: " + refused.getMessage());
    }
    return look.differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Changed(taken.id(), Changed.How.OVERWRITTEN, String.join("; ", look.differences)));
  }

  /** What is not the same in two sights of an item, each in one sentence. */
  static List<String> differences(Item before, Item now, Collection<Trait> traits) {
    var look = new SecondLook(before);
    look.compare(now, traits);
    return List.copyOf(look.differences);
  }

  private void compare(Item now, Collection<Trait> traits) {
    for (var trait : traits) {
      var was = before.value(trait);
      var is = now.value(trait);
      if (!was.equals(is) && !(isUnknown(was) && isUnknown(is))) {
        differ(trait, now);
      }
    }
  }

  private void differ(Trait trait, Item now) {
    var named = Comparison.of(before, now, List.of(trait)).losses();
    if (named.isEmpty()) {
      differences.add("%s altered: %s became %s"
          .formatted(trait, shown(before.value(trait)), shown(now.value(trait))));
    }
    for (var loss : named) {
      if (loss instanceof Loss.Altered altered) {
        differences.add(
            switch (altered.change()) {
              case ADDED -> "%s added: %s".formatted(trait, altered.became());
              case LOST -> "%s lost: %s".formatted(trait, altered.was());
              default ->
                "%s altered: %s became %s".formatted(trait, altered.was(), altered.became());
            });
      }
    }
  }

  private static String shown(Value value) {
    return value instanceof Value.Absent ? "none" : value.toString();
  }

  static boolean isUnknown(Value value) {
    return value instanceof Value.Unknown;
  }
}
