package eu.sortie.oci;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Response;

/** Waits for a registry that asks for less (429, 503), as long as it says and a few times only. */
final class Busy {

  private static final Set<Integer> ASK_FOR_LESS = Set.of(429, 503);
  private static final int MOST_RESTS = 4;
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private int rests;
  private Duration next = FIRST;

  boolean isWorthWaiting(Response response) {
    if (rests == MOST_RESTS || !ASK_FOR_LESS.contains(response.code())) {
      return false;
    }
    next = asked(response).orElseGet(() -> FIRST.multipliedBy(1L << rests));
    return true;
  }

  private static Optional<Duration> asked(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(wanted -> wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
  }

  void rest() {
    rests++;
    LockSupport.parkNanos(next.toNanos());
  }
}
