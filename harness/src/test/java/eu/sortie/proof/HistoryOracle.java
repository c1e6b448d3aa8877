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
      // Versity gateway lists delete markers apart, so that only those of one kind have an order.
      for (var kind : List.of("object", "delete-marker")) {
        differences(key, of(kind, source, key), of(kind, arrived, key), differences);
      }
    }
    return differences;
  }

  private static List<Placed> of(String kind, Map<String, List<Version>> histories, String key) {
    var placed = new ArrayList<Placed>();
    var history = histories.getOrDefault(key, List.of());
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).kind().equals(kind)) {
        placed.add(new Placed(String.valueOf(i + 1), history.get(i)));
      }
    }
    return placed;
  }

  /** A version and its place in the history. */
  private record Placed(String place, Version version) {}

  private SortedSet<String> keys() {
    var keys = new TreeSet<>(source.keySet());
    keys.addAll(arrived.keySet());
    return keys;
  }

  private static void differences(
      String key, List<Placed> before, List<Placed> after, List<Difference> differences) {
    var partners = partners(before, after);
    for (int i = 0; i < before.size(); i++) {
      var was = before.get(i).version;
      int partner = partners.get(i);
      var place = before.get(i).place;
      if (partner < 0) {
        differences.add(new Difference(was.kind(), key, place, "item", "missing", "", ""));
      } else {
        Oracle.compare(
            was.kind(), key, place, was.sight(), after.get(partner).version.sight(), differences);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      if (!partners.contains(j)) {
        var one = after.get(j).version;
        differences.add(new Difference(one.kind(), key, one.id(), "item", "unexpected", "", ""));
      }
    }
  }

  /** For each version before its place after, or -1: a longest common subsequence, the newest first. */
  private static List<Integer> partners(List<Placed> before, List<Placed> after) {
    if (before.size() == after.size()) {
      return new ArrayList<>(
          java.util.stream.IntStream.range(0, before.size()).boxed().toList());
    }
    var lengths = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        lengths[i][j] = before.get(i - 1).version.isLike(after.get(j - 1).version)
            ? lengths[i - 1][j - 1] + 1
            : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
      }
    }
    var partners = new ArrayList<>(Collections.nCopies(before.size(), -1));
    int i = before.size();
    int j = after.size();
    while (i > 0 && j > 0) {
      if (before.get(i - 1).version.isLike(after.get(j - 1).version)) {
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
