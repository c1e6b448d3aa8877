package eu.sortie.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What passes before an item that broke off is begun anew: ever longer and never the same, so that eight threads do not come back at once.
 */
interface Pause {

  /** Something that may break off. */
  interface Attempt<T> {
    T begin() throws IOException;
  }

  /** How often an item is begun. */
  int MOST_TRIES = 4;

  /**
   * Waits before the next try.
   *
   * @param tries how often it was tried
   * @throws StoppedException where the drill is stopped meanwhile
   */
  void after(int tries) throws StoppedException;

  /** Begins anew what broke off, with a pause before each; the last break is thrown, and everything else at once. */
  default <T> T between(Attempt<T> attempt) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.begin();
      } catch (BrokenOffException broke) {
        if (tries == MOST_TRIES) {
          throw broke;
        }
        after(tries);
      }
    }
  }

  /** A pause that a stop ends: up to 0.2 s, 0.4 s, 0.8 s. */
  static Pause of(StopSign stopSign) {
    return tries -> {
      long most = 100L << tries;
      stopSign.checkFor(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
    };
  }
}
