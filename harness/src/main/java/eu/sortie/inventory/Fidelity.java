package eu.sortie.inventory;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what was at the source is at the destination.
 *
 * @param items how many the source had
 * @param arrived how many of them the destination has, whatever became of their traits
 * @param missing how many it has not
 * @param unexpected how many it has that the source never had
 * @param traits how the items fared, trait by trait
 */
public record Fidelity(
    long items, long arrived, long missing, long unexpected, SortedMap<Trait, Tally> traits) {

  /** Nothing was compared. */
  public static final Fidelity NONE = new Fidelity(0, 0, 0, 0, new TreeMap<>());

  public Fidelity {
    traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
  }

  /** How the items fared in one trait. */
  public Tally tally(Trait trait) {
    return traits.getOrDefault(trait, Tally.NONE);
  }

  /** Adds another part of the same estate. */
  public Fidelity plus(Fidelity more) {
    var sum = new TreeMap<>(traits);
    more.traits.forEach((trait, tally) -> sum.merge(trait, tally, Fidelity::add));
    return new Fidelity(
        items + more.items,
        arrived + more.arrived,
        missing + more.missing,
        unexpected + more.unexpected,
        sum);
  }

  /** Counts items that arrived and fared alike: the ones whose fingerprints agree. */
  public static Fidelity arrived(Map<Trait, Fate> fates, long items) {
    return new Fidelity(items, items, 0, 0, tallies(fates, items));
  }

  /** Counts one comparison. */
  public static Fidelity of(Comparison comparison) {
    var tallies = tallies(comparison.fates(), 1);
    if (comparison.losses().stream().anyMatch(Loss.Missing.class::isInstance)) {
      return new Fidelity(1, 0, 1, 0, tallies);
    }
    if (comparison.losses().stream().anyMatch(Loss.Unexpected.class::isInstance)) {
      return new Fidelity(0, 0, 0, 1, tallies);
    }
    return new Fidelity(1, 1, 0, 0, tallies);
  }

  private static SortedMap<Trait, Tally> tallies(Map<Trait, Fate> fates, long items) {
    var tallies = new TreeMap<Trait, Tally>();
    fates.forEach((trait, fate) -> tallies.put(trait, Tally.NONE.plus(fate, items)));
    return tallies;
  }

  private static Tally add(Tally left, Tally right) {
    return new Tally(
        left.kept() + right.kept(),
        left.altered() + right.altered(),
        left.lost() + right.lost(),
        left.unknown() + right.unknown(),
        left.absent() + right.absent());
  }
}
