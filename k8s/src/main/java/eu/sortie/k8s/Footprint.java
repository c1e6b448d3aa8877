package eu.sortie.k8s;

import eu.sortie.spi.Created;
import eu.sortie.spi.Leftover;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a drill makes of its own in a cluster, beside what it writes into a namespace: the namespace itself, and definitions. */
final class Footprint {

  private final List<Made> made = new ArrayList<>();

  /**
   * Something that was made, or is about to be.
   *
   * @param path where it is
   * @param created how a person would call it, and remove it
   */
  private record Made(String path, Created created) {}

  void add(String path, Created created) {
    made.add(0, new Made(path, created));
  }

  boolean holds(String path) {
    return made.stream().anyMatch(one -> one.path().equals(path));
  }

  /** Removes all of it, the last first; gives what is left. */
  List<Leftover> clear(ClusterConnection connection, Duration patience) {
    var left = new ArrayList<Leftover>();
    for (var one : made) {
      var created = one.created();
      new Removal(connection, one.path(), patience)
          .remove()
          .ifPresent(because -> left.add(new Leftover(
              created.what() + " at '" + created.end() + "'", because, created.wayOut())));
    }
    return left;
  }
}
