package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountingStreamTests {

  private final AtomicLong counted = new AtomicLong();
  private final CountingStream stream =
      new CountingStream(new ByteArrayInputStream(new byte[1000]), counted::addAndGet);

  @Test
  void countsWhatIsTakenOneByOne() throws IOException {
    stream.read();
    stream.read();

    assertThat(counted).hasValue(2);
  }

  @Test
  void countsWhatCameAndNotWhatWasAskedFor() throws IOException {
    stream.read(new byte[600]);
    stream.read(new byte[600]);

    assertThat(counted).hasValue(1000);
  }

  @Test
  void countsNothingAtTheEnd() throws IOException {
    stream.transferTo(OutputStream.nullOutputStream());
    stream.read();
    stream.read(new byte[10]);

    assertThat(counted).hasValue(1000);
  }

  @Test
  void countsWhatIsSkippedSinceItCrossedTheWireAllTheSame() throws IOException {
    stream.skipNBytes(700);

    assertThat(counted).hasValue(700);
  }

  @Test
  void doesNotGoBack() {
    assertThat(stream.markSupported()).isFalse();
  }
}
