package eu.sortie.ecs;

import java.util.HashSet;
import java.util.Set;

/** Names of one sort that were given: two names of the source may look alike in the letters of Kubernetes. */
final class Taken {

  private final Set<String> names = new HashSet<>();

  String free(String name) {
    var free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + '-' + i;
    }
    return free;
  }
}
