package eu.sortie.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well Sortie's list of losses agrees with the oracle's.
 *
 * @param buckets how many
 * @param items objects in them
 * @param agreedOn losses that both name
 * @param untold losses that the oracle alone names
 * @param madeUp losses that Sortie alone names
 */
record Score(
    int buckets,
    int items,
    List<Difference> agreedOn,
    List<Difference> untold,
    List<Difference> madeUp) {

  static Score of(int items, List<Difference> oracle, List<Difference> sortie) {
    var untold = minus(oracle, sortie);
    return new Score(1, items, minus(oracle, untold), untold, minus(sortie, oracle));
  }

  private static List<Difference> minus(List<Difference> some, List<Difference> others) {
    var left = new ArrayList<>(some);
    others.forEach(left::remove);
    return left;
  }

  int agreed() {
    return agreedOn.size();
  }

  /** How many losses both name, trait by trait: one that is never lost proves nothing. */
  Map<String, Long> byTrait() {
    return agreedOn.stream()
        .collect(Collectors.groupingBy(Difference::trait, TreeMap::new, Collectors.counting()));
  }

  boolean isPerfect() {
    return untold.isEmpty() && madeUp.isEmpty();
  }

  Score plus(Score more) {
    return new Score(
        buckets + more.buckets,
        items + more.items,
        joined(agreedOn, more.agreedOn),
        joined(untold, more.untold),
        joined(madeUp, more.madeUp));
  }

  private static List<Difference> joined(List<Difference> some, List<Difference> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** What a stranger needs to see who is right. */
  String words() {
    return "the oracle alone says %s; Sortie alone says %s".formatted(untold, madeUp);
  }

  @Override
  public String toString() {
    return "%d buckets, %d objects, %d losses agreed, %d untold, %d made up, recall %.4f, precision %.4f, agreed by trait %s"
        .formatted(
            buckets,
            items,
            agreed(),
            untold.size(),
            madeUp.size(),
            share(untold.size()),
            share(madeUp.size()),
            byTrait());
  }

  private double share(int wrong) {
    return agreed() + wrong == 0 ? 1 : (double) agreed() / (agreed() + wrong);
  }
}
