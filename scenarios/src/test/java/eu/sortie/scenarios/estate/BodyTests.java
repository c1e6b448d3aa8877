package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BodyTests {

  private static byte[] read(Body body, long from) throws IOException {
    try (var in = body.openAt(from)) {
      return in.readAllBytes();
    }
  }

  @Nested
  class Noise {

    @Test
    void isTheSameOnEveryMachine() throws IOException {
      assertThat(Digests.of(new Body.Noise(7, 20_001)))
          .isEqualTo("a613c42a00050ce09949cbc604b9b75cfdb262357ab09ed828ea3ae00f3b79b3");
    }

    @Test
    void hasAsManyBytesAsItSays() throws IOException {
      for (int size : new int[] {0, 1, 8_191, 8_192, 8_193}) {
        assertThat(read(new Body.Noise(7, size), 0)).hasSize(size);
      }
    }

    @Test
    void isTheSameFromAnyOffset() throws IOException {
      var noise = new Body.Noise(7, 20_001);
      var whole = read(noise, 0);

      assertThat(read(noise, 8_195)).isEqualTo(Arrays.copyOfRange(whole, 8_195, 20_001));
    }

    @Test
    void isTheSameByteByByte() throws IOException {
      var noise = new Body.Noise(7, 9_000);
      var bytes = new ByteArrayOutputStream();
      try (var in = noise.openAt(0)) {
        for (int next = in.read(); next >= 0; next = in.read()) {
          bytes.write(next);
        }
      }

      assertThat(bytes.toByteArray()).isEqualTo(read(noise, 0));
    }

    @Test
    void doesNotCompress() throws IOException {
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(read(new Body.Noise(7, 100_000), 0));
      }

      assertThat(packed.size()).isGreaterThan(100_000);
    }
  }

  @Test
  void textIsUtf8FromAnyOffset() throws IOException {
    assertThat(read(Body.text("Ægir"), 2)).asString().isEqualTo("gir");
  }
}
