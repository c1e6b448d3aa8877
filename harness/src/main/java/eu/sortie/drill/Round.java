package eu.sortie.drill;

import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.POSITION;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import java.util.List;

/**
 * A pass over all histories, in which some of their versions leave.
 *
 * <p>What was written before a bucket knew versions is the oldest of its key and has no version of its own. All of those leave first,
 * while the destination does not know versions either: otherwise versioning would have to be switched off and on again for each.
 */
enum Round {
  /** Everything at once: the bucket has no versions. */
  ALL,
  /** The oldest, where they are null versions. */
  BEFORE_VERSIONS,
  /** All others. */
  VERSIONS;

  static List<Round> of(boolean versioned) {
    return versioned ? List.of(BEFORE_VERSIONS, VERSIONS) : List.of(ALL);
  }

  List<Item> of(List<Item> history) {
    return history.stream()
        .filter(item -> this == ALL || isBeforeVersions(item) == (this == BEFORE_VERSIONS))
        .toList();
  }

  private static boolean isBeforeVersions(Item item) {
    return item.value(NULL_VERSION) instanceof Value.Text
        && item.value(POSITION).equals(Value.text("1"));
  }
}
