package eu.sortie.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What an end's clock said in its last answer, against ours: S3 refuses signatures that are 15 minutes off. */
final class ServerClock {

  /** Beyond this, S3 answers RequestTimeTooSkewed. */
  static final Duration MOST_SKEW = Duration.ofMinutes(15);

  private final InstantSource ours;
  private volatile Optional<Duration> skew = Optional.empty();
  private volatile String last = "";

  ServerClock(InstantSource ours) {
    this.ours = ours;
  }

  void heard(Optional<String> date) {
    // Thousands of answers carry the same second.
    if (date.isEmpty() || date.get().equals(last)) {
      return;
    }
    last = date.get();
    instant(last).ifPresent(theirs -> skew = Optional.of(Duration.between(ours.instant(), theirs)));
  }

  /** How far the end's clock is ahead of ours; empty where it never said. */
  Optional<Duration> skew() {
    return skew;
  }

  boolean tooFarOff() {
    return skew().filter(off -> off.abs().compareTo(MOST_SKEW) > 0).isPresent();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException odd) {
      return Optional.empty();
    }
  }
}
