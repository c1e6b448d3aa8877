package eu.sortie.drill;

import eu.sortie.measure.Stage;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a drill stood still because its process had died.
 *
 * @param stage in which it died
 * @param died when it was last seen alive, by the wall clock: at most a second or so before it died
 * @param resumed when it went on, by the wall clock
 */
public record Interruption(Stage stage, Instant died, Instant resumed) {

  /** How long it stood still, by the wall clock. */
  public Duration stoodStill() {
    return Duration.between(died, resumed);
  }
}
