package eu.sortie.drill;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What passes before an item that broke off is begun anew: ever longer and never the same, so that eight threads do not come back at once. */
interface Pause {

  /** How often an item is begun. */
  int MOST_TRIES = 4;

  /**
   * Waits before the next try.
   *
   * @param tries how often it was tried
   * @throws StoppedException where the drill is stopped meanwhile
   */
  void after(int tries) throws StoppedException;

  /** A pause that a stop ends: up to 0.2 s, 0.4 s, 0.8 s. */
  static Pause of(StopSign stopSign) {
    return tries -> {
      long most = 100L << tries;
      stopSign.checkFor(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
    };
  }
}
