package eu.sortie.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * How well Sortie's list of losses agrees with the oracle's.
 *
 * @param buckets how many
 * @param items objects in them
 * @param agreed losses that both name
 * @param untold losses that the oracle alone names
 * @param madeUp losses that Sortie alone names
 */
record Score(int buckets, int items, int agreed, List<Difference> untold, List<Difference> madeUp) {

  static Score of(int items, List<Difference> oracle, List<Difference> sortie) {
    return new Score(
        1,
        items,
        oracle.size() - minus(oracle, sortie).size(),
        minus(oracle, sortie),
        minus(sortie, oracle));
  }

  private static List<Difference> minus(List<Difference> some, List<Difference> others) {
    var left = new ArrayList<>(some);
    others.forEach(left::remove);
    return left;
  }

  boolean isPerfect() {
    return untold.isEmpty() && madeUp.isEmpty();
  }

  Score plus(Score more) {
    return new Score(
        buckets + more.buckets,
        items + more.items,
        agreed + more.agreed,
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
    return "%d buckets, %d objects, %d losses agreed, %d untold, %d made up, recall %.4f, precision %.4f"
        .formatted(
            buckets,
            items,
            agreed,
            untold.size(),
            madeUp.size(),
            share(untold.size()),
            share(madeUp.size()));
  }

  private double share(int wrong) {
    return agreed + wrong == 0 ? 1 : (double) agreed / (agreed + wrong);
  }
}
