package eu.sortie.oci;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which images leave, by repository.
 *
 * @param whole the repositories that leave with all their tags
 * @param single the images that are named by their digest, by repository
 */
record Wanted(TreeSet<String> whole, SortedMap<String, TreeSet<String>> single) {

  static Wanted of(Iterable<String> named) {
    var wanted = new Wanted(new TreeSet<>(), new TreeMap<>());
    for (var one : named) {
      int at = one.indexOf('@');
      if (at < 0) {
        wanted.whole.add(one);
      } else {
        wanted
            .single
            .computeIfAbsent(one.substring(0, at), any -> new TreeSet<>())
            .add(one.substring(at + 1));
      }
    }
    return wanted;
  }

  TreeSet<String> repositories() {
    var all = new TreeSet<>(whole);
    all.addAll(single.keySet());
    return all;
  }

  TreeSet<String> singleIn(String repository) {
    return single.getOrDefault(repository, new TreeSet<>());
  }

  boolean names(String repository, String digest) {
    return singleIn(repository).contains(digest);
  }
}
