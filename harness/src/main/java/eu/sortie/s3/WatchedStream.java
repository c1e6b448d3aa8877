package eu.sortie.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives up on bytes that do not come.
 *
 * <p>The JDK's HTTP client knows a time for the beginning of an answer and none for the rest of it: a body that stalls would be waited
 * for without end.
 */
final class WatchedStream extends FilterInputStream {

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final Duration silence;
  private volatile boolean silent;

  private static ScheduledThreadPoolExecutor clock() {
    var clock = new ScheduledThreadPoolExecutor(1, task -> {
      var thread = new Thread(task, "sortie-silence");
      thread.setDaemon(true);
      return thread;
    });
    // Left alone, it would keep a watch over each handful of bytes for as long as the silence may
    // last.
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  /** Bytes of which the next has to come within a time. */
  WatchedStream(InputStream bytes, Duration silence) {
    super(bytes);
    this.silence = silence;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    var watch = CLOCK.schedule(this::giveUp, silence.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return super.read(buffer, from, length);
    } catch (IOException failed) {
      if (silent) {
        var late = new SocketTimeoutException("no byte came for " + silence.toSeconds() + " s");
        late.initCause(failed);
        throw late;
      }
      throw failed;
    } finally {
      watch.cancel(false);
    }
  }

  /** Whoever waits in a read is woken by the close, with an error. */
  private void giveUp() {
    silent = true;
    try {
      in.close();
    } catch (IOException already) {
      // It is given up on either way.
    }
  }
}
