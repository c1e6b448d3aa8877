package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchedStreamTests {

  /** As the JDK's client does it: who reads waits until bytes come or the stream is closed. */
  private static final class Stalled extends InputStream {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      try {
        closed.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return read();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  void bytesThatDoNotComeAreGivenUpOn() {
    try (var watched = new WatchedStream(new Stalled(), Duration.ofMillis(50))) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(watched::readAllBytes)
          .withMessageContaining("no byte came");
    } catch (IOException unlikely) {
      throw new AssertionError(unlikely);
    }
  }

  @Test
  void bytesThatComePass() throws IOException {
    try (var watched =
        new WatchedStream(new ByteArrayInputStream(new byte[] {1, 2, 3}), Duration.ofSeconds(20))) {
      assertThat(watched.read()).isEqualTo(1);
      assertThat(watched.readAllBytes()).containsExactly(2, 3);
    }
  }
}
