package eu.sortie.k8s;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Does one request again when the API server asks for less: it answers 429, or 503 while it is too busy, and may say how long to wait.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/cluster-administration/flow-control/">API Priority and Fairness</a>
 */
final class Throttling {

  private static final int MOST_TIMES = 10;
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

  private int times;

  /**
   * How long to wait before the request is sent again; empty where it is not.
   *
   * @param status what it was answered with
   * @param retryAfter what the answer says of it, in seconds
   */
  Optional<Duration> pause(int status, @Nullable String retryAfter) {
    boolean said = retryAfter != null && SECONDS.matcher(retryAfter).matches();
    if ((status != 429 && !(status == 503 && said)) || times == MOST_TIMES) {
      return Optional.empty();
    }
    var doubled = FIRST.multipliedBy(1L << times++);
    var pause = said ? Duration.ofSeconds(Long.parseLong(retryAfter)) : doubled;
    return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  /** Lets the time pass. */
  static void rest(Duration pause) throws IOException {
    try {
      boolean never = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
      if (never) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the API server asked for less", interrupted);
    }
  }
}
