package eu.sortie.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads a stream that may never end: the time-out of a request is over once the head of its answer is there. */
final class Deadline {

  private Deadline() {}

  /**
   * Reads so many bytes, or all where there are fewer.
   *
   * @throws IOException where that is not done in time; the stream is closed then
   */
  static byte[] read(InputStream stream, int most, Duration within) throws IOException {
    var later = CompletableFuture.delayedExecutor(within.toMillis(), TimeUnit.MILLISECONDS);
    var end = CompletableFuture.runAsync(() -> close(stream), later);
    try {
      return stream.readNBytes(most);
    } finally {
      end.cancel(false);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException closedAlready) {
      // As it should be.
    }
  }
}
