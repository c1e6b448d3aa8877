package eu.sortie.drill;

import eu.sortie.measure.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** Stops a drill when its time is over. */
final class Deadline {

  private final Timer timer = new Timer("sortie-deadline", true);

  /** Raises the sign after so long; never where there is no deadline. */
  Deadline(Optional<Duration> after, StopSign stopSign) {
    after.ifPresent(time -> timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            stopSign.raise("its deadline of %s was over".formatted(Durations.print(time)));
          }
        },
        time.toMillis()));
  }

  /** The drill is done: nothing is to be stopped any more. */
  void lift() {
    timer.cancel();
  }
}
