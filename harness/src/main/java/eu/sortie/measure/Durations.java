package eu.sortie.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 30 min}, {@code 1 h 30 min}, {@code 2 d}. */
public final class Durations {

  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9})\\s*([a-z]+)\\s*");
  private static final Map<String, Duration> UNITS = Map.of(
      "ms", Duration.ofMillis(1),
      "s", Duration.ofSeconds(1),
      "min", Duration.ofMinutes(1),
      "h", Duration.ofHours(1),
      "d", Duration.ofDays(1));

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException for a number without unit, or a unit other than ms, s, min, h, d
   */
  public static Duration parse(String text) {
    var sum = Duration.ZERO;
    var part = PART.matcher(text);
    int from = 0;
    while (part.region(from, text.length()).lookingAt()) {
      var unit = UNITS.get(part.group(2));
      if (unit == null) {
        throw new IllegalArgumentException(
            "'%s' is not a unit of time: expected ms, s, min, h or d, as in '30 min'"
                .formatted(part.group(2)));
      }
      sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
      from = part.end();
    }
    if (text.isBlank() || from < text.length()) {
      throw new IllegalArgumentException(
          "'%s' is not a duration: expected a whole number with a unit (ms, s, min, h, d), as in '30 min'"
              .formatted(text));
    }
    return sum;
  }

  /** Writes a duration the way {@link #parse} reads it: nothing is rounded away down to the millisecond. */
  public static String print(Duration duration) {
    var parts = new ArrayList<String>();
    add(parts, duration.toDaysPart(), "d");
    add(parts, duration.toHoursPart(), "h");
    add(parts, duration.toMinutesPart(), "min");
    add(parts, duration.toSecondsPart(), "s");
    add(parts, duration.toMillisPart(), "ms");
    return parts.isEmpty() ? "0 s" : String.join(" ", parts);
  }

  /** Writes a duration for reading: {@code 41 min 07 s}, {@code 3.21 s}, {@code 2 h 05 min}. */
  public static String brief(Duration duration) {
    if (duration.toMinutes() == 0) {
      return duration.toMillis() < 1000
          ? duration.toMillis() + " ms"
          : two("%d.%02d s", duration.toSeconds(), duration.toMillisPart() / 10);
    }
    if (duration.toHours() == 0) {
      return two("%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
    return duration.toDays() == 0
        ? two("%d h %02d min", duration.toHours(), duration.toMinutesPart())
        : two("%d d %02d h", duration.toDays(), duration.toHoursPart());
  }

  /** In the digits every reader of a report shares, wherever the drill ran. */
  private static String two(String form, long large, int small) {
    return String.format(Locale.ROOT, form, large, small);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit);
    }
  }
}
