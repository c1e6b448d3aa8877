package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Instants as ends write them, in one form: listings use ISO 8601, headers the form of e-mail. */
final class Instants {

  /** Objects that were written one after the other share a second, and reading a date costs more than all else of a header. */
  private static volatile Known known = new Known("", Value.absent());

  private record Known(String written, Value value) {}

  private Instants() {}

  /** What cannot be read stays as it is: that it differs is seen all the same. */
  static Value of(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return Value.absent();
    }
    var last = known;
    if (!last.written().equals(written)) {
      last = new Known(written, read(written));
      known = last;
    }
    return last.value();
  }

  private static Value read(String written) {
    try {
      return Value.text(Instant.parse(written).toString());
    } catch (DateTimeParseException otherwise) {
      try {
        return Value.text(ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant()
            .toString());
      } catch (DateTimeParseException odd) {
        return Value.text(written);
      }
    }
  }
}
