package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.testbed.BrokenStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DigestingStreamTests {

  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static DigestingStream over(byte[] bytes) {
    return new DigestingStream(new ByteArrayInputStream(bytes));
  }

  @Test
  void ofNothingIsTheDigestOfNothing() throws IOException {
    var stream = over(new byte[0]);
    stream.drain();

    assertThat(stream.hex()).isEqualTo(OF_NOTHING);
    assertThat(stream.bytes()).isZero();
  }

  @Test
  void isOfTheWholeEvenWhereSomebodyTookOnlyTheBeginning() throws IOException {
    var bytes = noise(100_000);
    var stream = over(bytes);
    stream.readNBytes(10);
    stream.drain();

    assertThat(stream.hex()).isEqualTo(Sample.sha256(bytes));
    assertThat(stream.bytes()).isEqualTo(100_000);
  }

  @Property(tries = 200)
  void isTheSameHoweverTheBytesAreTaken(
      @ForAll @Size(max = 2000) byte[] bytes, @ForAll @IntRange(min = 1, max = 700) int step)
      throws IOException {
    var stream = over(bytes);
    var buffer = new byte[step];
    var goesOn = true;
    for (int turn = 0; goesOn; turn++) {
      goesOn = switch (turn % 3) {
        case 0 -> stream.read() >= 0;
        case 1 -> stream.read(buffer, 0, step) >= 0;
        default -> stream.skip(step) > 0;
      };
    }
    stream.drain();

    assertThat(stream.hex()).isEqualTo(Sample.sha256(bytes));
    assertThat(stream.bytes()).isEqualTo(bytes.length);
    assertThat(stream.broke()).isNull();
  }

  @Test
  void remembersThatTheBytesStoppedComing() {
    var stream = new DigestingStream(
        new SequenceInputStream(new ByteArrayInputStream(new byte[5]), new BrokenStream()));

    assertThatIOException().isThrownBy(stream::drain).withMessage("connection reset");
    assertThat(stream.broke()).hasMessage("connection reset");
    assertThat(stream.bytes()).isEqualTo(5);
  }

  @Test
  void doesNotGoBack() {
    assertThat(over(new byte[1]).markSupported()).isFalse();
  }
}
