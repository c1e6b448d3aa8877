package eu.sortie.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what the histories of a bucket lost on their way.
 *
 * <p>What belongs to what is found by what the versions are: those that both ends have in the same order, as many as can be.
 *
 * @param source the versions of each key, oldest first
 * @param arrived the same at the destination
 */
record HistoryOracle(Map<String, List<Version>> source, Map<String, List<Version>> arrived) {

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    for (var key : keys()) {
      differences(
          key,
          source.getOrDefault(key, List.of()),
          arrived.getOrDefault(key, List.of()),
          differences);
    }
    return differences;
  }

  private SortedSet<String> keys() {
    var keys = new TreeSet<>(source.keySet());
    keys.addAll(arrived.keySet());
    return keys;
  }

  private static void differences(
      String key, List<Version> before, List<Version> after, List<Difference> differences) {
    var partners = partners(before, after);
    for (int i = 0; i < before.size(); i++) {
      var was = before.get(i);
      int partner = partners.get(i);
      var place = String.valueOf(i + 1);
      if (partner < 0) {
        differences.add(new Difference(was.kind(), key, place, "item", "missing", "", ""));
      } else {
        Oracle.compare(
            was.kind(), key, place, was.sight(), after.get(partner).sight(), differences);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      if (!partners.contains(j)) {
        var one = after.get(j);
        differences.add(new Difference(one.kind(), key, one.id(), "item", "unexpected", "", ""));
      }
    }
  }

  /** For each version before its place after, or -1: a longest common subsequence, the newest first. */
  private static List<Integer> partners(List<Version> before, List<Version> after) {
    if (before.size() == after.size()) {
      return new ArrayList<>(
          java.util.stream.IntStream.range(0, before.size()).boxed().toList());
    }
    var lengths = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        lengths[i][j] = before.get(i - 1).isLike(after.get(j - 1))
            ? lengths[i - 1][j - 1] + 1
            : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
      }
    }
    var partners = new ArrayList<>(Collections.nCopies(before.size(), -1));
    int i = before.size();
    int j = after.size();
    while (i > 0 && j > 0) {
      if (before.get(i - 1).isLike(after.get(j - 1))) {
        partners.set(--i, --j);
      } else if (lengths[i - 1][j] >= lengths[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    return partners;
  }
}
