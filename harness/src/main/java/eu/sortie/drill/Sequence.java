package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Listed;
import eu.sortie.scenario.ObjectTraits;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order the versions of one key were written, as far as a listing shows it.
 *
 * <p>S3 promises the newest first, delete markers in their place among the others. Some ends list all delete markers apart (Versity
 * gateway 1.8.0, moto 5.2.5), or may do so as far as can be seen, and then only times are left, of which many ends give no more than the
 * second: where a version and a delete marker are a second apart or less, nobody can tell which came first, and neither do we.
 *
 * @param oldestFirst in the order in which they were written, as far as it is known
 * @param unknown those whose place is not
 */
record Sequence(List<Listed> oldestFirst, Set<Listed> unknown) {

  /** An instant down to the second, as in 2026-11-24T10:00:00. */
  private static final int SECONDS = 19;

  /** Reads the order off a listing, of which the last comes first. */
  static Sequence of(List<Listed> listed) {
    return listed.stream().noneMatch(Listed::apart) || isBorneOut(listed)
        ? new Sequence(listed, Set.of())
        : new Sequence(merged(listed), sharedSeconds(listed));
  }

  /** Whether the times of both kinds are finer than the second and say the same as the listing: then that is the order either way. */
  private static boolean isBorneOut(List<Listed> listed) {
    return IntStream.range(1, listed.size())
        .allMatch(younger -> listed.subList(0, younger).stream()
            .allMatch(
                older -> isMarker(older.item()) == isMarker(listed.get(younger).item())
                    || isFinelyBefore(older.item(), listed.get(younger).item())));
  }

  private static boolean isFinelyBefore(Item one, Item other) {
    return isFine(one) && isFine(other) && time(one).compareTo(time(other)) < 0;
  }

  /** A time that is written without fractions may be a rounded one. */
  private static boolean isFine(Item item) {
    return time(item).length() > SECONDS && time(item).charAt(SECONDS) == '.';
  }

  private static String time(Item item) {
    return item.value(ObjectTraits.LAST_MODIFIED).toString();
  }

  /** By time, and each kind in the order in which it is listed. */
  private static List<Listed> merged(List<Listed> listed) {
    var versions =
        new ArrayDeque<>(listed.stream().filter(one -> !isMarker(one.item())).toList());
    var merged = new ArrayList<Listed>();
    for (var one : listed) {
      if (isMarker(one.item())) {
        while (!versions.isEmpty()
            && second(versions.getFirst().item()).compareTo(second(one.item())) <= 0) {
          merged.add(versions.removeFirst());
        }
        merged.add(one);
      }
    }
    merged.addAll(versions);
    return merged;
  }

  /** Where a version stands, where that is known. */
  Value place(Listed one, String place) {
    return unknown.contains(one)
        ? Value.unknown(
            "the end lists delete markers apart from versions, and here the two are no more than a second apart")
        : Value.text(place);
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
    return time(item).substring(0, Math.min(SECONDS, time(item).length()));
  }
}
