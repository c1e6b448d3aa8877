package eu.sortie.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Says what a bucket lost on its way, by looking at both ends with its own eyes and none of Sortie's code.
 *
 * @param source what the source held, by key
 * @param listed the keys that the destination lists
 * @param arrived what is at the destination under these keys, and under those of the source
 * @param taken whether the destination took what was written under a key, as seen on the wire
 */
record Oracle(
    Map<String, Sight> source,
    Set<String> listed,
    Map<String, Sight> arrived,
    Predicate<String> taken) {

  /** The traits it looks at. */
  static final Set<String> TRAITS = Set.of(
      "item",
      "listed",
      "position",
      "null-version",
      "version-time",
      "content",
      "size",
      "content-type",
      "content-encoding",
      "content-language",
      "content-disposition",
      "cache-control",
      "expires",
      "user-metadata",
      "tags",
      "storage-class",
      "redirect-location",
      "acl",
      "exposure",
      "retention",
      "legal-hold",
      "encryption",
      "checksums",
      "parts");

  /** Of these, what a destination adds by itself is no difference. */
  private static final Set<String> MAY_BE_ADDED = Set.of("checksums", "parts");

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    source.forEach((key, before) -> {
      var after = arrived.get(key);
      if (after == null || (!listed.contains(key) && isNot(key, after))) {
        differences.add(Difference.missing(key));
      } else {
        if (!listed.contains(key)) {
          differences.add(Difference.lost(key, "listed", "yes"));
        }
        compare("object", key, "", before, after, differences);
      }
    });
    listed.stream()
        .filter(key -> !source.containsKey(key))
        .map(Difference::unexpected)
        .forEach(differences::add);
    return differences;
  }

  /**
   * Whether what is not listed is not there either: it is not shown, whatever the word it is refused with, or it was never taken.
   * S3Proxy refuses {@code a/} where there is an {@code a}, and shows that one when asked for the other.
   */
  private boolean isNot(String key, Sight shown) {
    return shown.equals(Sight.BLIND) || !taken.test(key);
  }

  /** Compares two sights of one thing, trait by trait and name by name. */
  static void compare(
      String kind,
      String key,
      String version,
      Sight before,
      Sight after,
      List<Difference> differences) {
    for (var trait : TRAITS) {
      var was = before.trait(trait);
      var became = after.trait(trait);
      if (was.isPresent() && became.isPresent()) {
        changes(was.get(), became.get(), MAY_BE_ADDED.contains(trait))
            .forEach(change -> differences.add(new Difference(
                kind, key, version, trait, change.change, change.was, change.became)));
      }
    }
  }

  private static List<Change> changes(
      SortedMap<String, String> was, SortedMap<String, String> became, boolean mayBeAdded) {
    var names = new TreeSet<>(was.keySet());
    if (!mayBeAdded) {
      names.addAll(became.keySet());
    }
    var changes = new ArrayList<Change>();
    for (var name : names) {
      var before = Optional.ofNullable(was.get(name));
      var after = Optional.ofNullable(became.get(name));
      if (!before.equals(after)) {
        var change = before.isEmpty() ? "added" : after.isEmpty() ? "lost" : "altered";
        changes.add(new Change(change, written(name, before), written(name, after)));
      }
    }
    return changes;
  }

  private record Change(String change, String was, String became) {}

  private static String written(String name, Optional<String> value) {
    return value
        .map(text -> name.equals(Sight.TEXT) ? text : name + ": \"" + text + '"')
        .orElse("");
  }
}
