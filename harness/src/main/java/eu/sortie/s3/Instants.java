package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Instants as ends write them, in one form: listings use ISO 8601, headers the form of e-mail. */
final class Instants {

  private Instants() {}

  /** What cannot be read stays as it is: that it differs is seen all the same. */
  static Value of(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return Value.absent();
    }
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
