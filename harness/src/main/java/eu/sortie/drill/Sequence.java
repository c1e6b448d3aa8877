package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Listed;
import eu.sortie.scenario.ObjectTraits;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order the versions of one key were written, as far as a listing shows it.
 *
 * <p>S3 promises the newest first, delete markers in their place among the others. Some ends list all delete markers apart (Versity
 * gateway 1.8.0, moto 5.2.5), and then only times are left, of which many ends give no more than the second: where a version and a
 * delete marker are a second apart or less, nobody can tell which came first, and neither do we.
 *
 * @param oldestFirst in the order in which they were written, as far as it is known
 * @param unknown those whose place is not
 */
record Sequence(List<Listed> oldestFirst, Set<Listed> unknown) {

  /** An instant down to the second, as in 2026-11-24T10:00:00. */
  private static final int SECONDS = 19;

  /** Reads the order off a listing, of which the last comes first. */
  static Sequence of(List<Listed> listed) {
    if (!areApart(listed)) {
      return new Sequence(listed, Set.of());
    }
    var inOrder = listed.stream()
        .sorted(Comparator.comparing((Listed one) -> second(one.item()))
            .thenComparing(one -> isMarker(one.item())))
        .toList();
    return new Sequence(inOrder, sharedSeconds(listed));
  }

  /** Where a version stands, where that is known. */
  Value place(Listed one, String place) {
    return unknown.contains(one)
        ? Value.unknown(
            "the end lists delete markers apart from versions, and here the two are no more than a second apart")
        : Value.text(place);
  }

  /** Whether other keys stand between the versions of this one. */
  private static boolean areApart(List<Listed> listed) {
    return listed.size() > 1
        && listed.get(0).place() - listed.get(listed.size() - 1).place() >= listed.size();
  }

  /** One second apart is no difference either: of one end, markers are cut to the second and versions rounded. */
  private static Set<Listed> sharedSeconds(List<Listed> listed) {
    return listed.stream()
        .filter(one -> listed.stream().anyMatch(other -> areTooClose(one.item(), other.item())))
        .collect(Collectors.toSet());
  }

  private static boolean areTooClose(Item one, Item other) {
    return isMarker(one) != isMarker(other) && Math.abs(epochSecond(one) - epochSecond(other)) <= 1;
  }

  /** A time that cannot be read is as good as none: all that have none share it. */
  private static long epochSecond(Item item) {
    try {
      return Instant.parse(second(item) + "Z").getEpochSecond();
    } catch (DateTimeParseException unreadable) {
      return 0;
    }
  }

  private static boolean isMarker(Item item) {
    return item.id().kind().equals(ObjectTraits.DELETE_MARKER.name());
  }

  private static String second(Item item) {
    var time = item.value(ObjectTraits.LAST_MODIFIED).toString();
    return time.substring(0, Math.min(SECONDS, time.length()));
  }
}
