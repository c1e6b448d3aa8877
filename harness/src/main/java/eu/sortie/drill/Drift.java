package eu.sortie.drill;

import eu.sortie.drill.GateResult.Result;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kinds;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what was brought back stays as it was read back: a controller may undo a restore a little later.
 *
 * <p>Of each item the two readings of the destination are compared, so what already arrived otherwise is a loss and no drift.
 */
final class Drift {

  private record Read(Item listed, Item item) {}

  private final Optional<Gate.NoDrift> asked;
  private final Kinds compared;
  private final List<Read> first = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private boolean looked;

  private Drift(Optional<Gate.NoDrift> asked, Kinds compared) {
    this.asked = asked;
    this.compared = compared;
  }

  static Drift of(Scenario scenario) {
    var gates = scenario.expect().stream()
        .filter(Gate.NoDrift.class::isInstance)
        .map(Gate.NoDrift.class::cast);
    return new Drift(
        gates.max((one, other) -> one.after().compareTo(other.after())), scenario.compared());
  }

  /** How long it is to be waited, where a gate asks at all. */
  Optional<Duration> after() {
    return asked.map(Gate.NoDrift::after);
  }

  /** Notes an item as it was read back. */
  void note(Item listed, Item read) {
    if (asked.isPresent()) {
      first.add(new Read(listed, read));
    }
  }

  /** Reads all that was noted once more. */
  void look(Reader witness) throws IOException {
    for (var one : first) {
      look(witness, one);
    }
    looked = true;
  }

  private void look(Reader witness, Read one) throws IOException {
    try (var reading = witness.read(one.listed())) {
      var now = one.listed().with(reading.item().traits());
      var traits = compared.named(one.item().id().kind()).traits();
      var unknown = traits.stream()
          .filter(trait -> SecondLook.isUnknown(one.item().value(trait))
              || SecondLook.isUnknown(now.value(trait)))
          .toList();
      unknown.forEach(trait ->
          unread.add("%s  %s could not be seen both times".formatted(one.item().id(), trait)));
      var known = traits.stream().filter(trait -> !unknown.contains(trait)).toList();
      var differences = SecondLook.differences(one.item(), now, known);
      if (!differences.isEmpty()) {
        changes.add(one.item().id() + "  " + String.join("; ", differences));
      }
    } catch (ChangedException gone) {
      changes.add("%s  is gone: %s".formatted(one.item().id(), gone.getMessage()));
    } catch (RefusedException refused) {
      unread.add("%s  could not be read: %s".formatted(one.item().id(), refused.getMessage()));
    }
  }

  /** Judges it. */
  GateResult judge(Gate.NoDrift gate) {
    var wanted = "what was brought back is still the same";
    if (!looked) {
      return new GateResult(
          gate.words(),
          Result.INCONCLUSIVE,
          wanted,
          "the drill did not come to look at it",
          List.of());
    }
    if (first.isEmpty()) {
      return new GateResult(
          gate.words(), Result.INCONCLUSIVE, wanted, "nothing was read back", List.of());
    }
    if (changes.isEmpty() && !unread.isEmpty()) {
      return new GateResult(
          gate.words(),
          Result.INCONCLUSIVE,
          wanted,
          "of %d items not all could be seen once more: %d gaps"
              .formatted(first.size(), unread.size()),
          unread.stream().limit(GateResult.MOST_EXAMPLES).toList());
    }
    return changes.isEmpty()
        ? new GateResult(
            gate.words(),
            Result.CLEARED,
            wanted,
            "%d items were read once more and are the same".formatted(first.size()),
            List.of())
        : new GateResult(
            gate.words(),
            Result.BREACHED,
            wanted,
            "%d of %d items changed within %s"
                .formatted(
                    changes.size(),
                    first.size(),
                    Durations.print(asked.map(Gate.NoDrift::after).orElse(Duration.ZERO))),
            changes.stream().limit(GateResult.MOST_EXAMPLES).toList());
  }
}
