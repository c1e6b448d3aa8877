package eu.sortie.drill;

import eu.sortie.measure.Durations;
import eu.sortie.scenario.Misuse;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a drill may take, and how long it waits for people.
 *
 * @param deadline after which it stops at the next item, clears, and is inconclusive; empty for none
 * @param patience how long it stands still for credentials that expired; zero to end at once
 * @param probe how long between two tries whether they work again
 */
public record Limits(Optional<Duration> deadline, Duration patience, Duration probe) {

  /** No deadline, and half an hour of patience. */
  public static final Limits USUAL =
      new Limits(Optional.empty(), Duration.ofMinutes(30), Duration.ofSeconds(5));

  public Limits {
    if (deadline.isPresent() && (deadline.get().isZero() || deadline.get().isNegative())) {
      throw new Misuse("the deadline of a drill: expected more than nothing, saw %s"
          .formatted(Durations.print(deadline.get())));
    }
    if (patience.isNegative() || probe.isNegative() || probe.isZero()) {
      throw new Misuse("a drill cannot wait for less than no time");
    }
  }

  /** The same with a deadline, counted from the beginning of the drill. */
  public Limits by(Duration end) {
    return new Limits(Optional.of(end), patience, probe);
  }

  /** The same with so much patience. */
  public Limits waiting(Duration atMost) {
    return new Limits(deadline, atMost, probe);
  }
}
