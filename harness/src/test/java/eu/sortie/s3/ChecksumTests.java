package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTests {

  private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);

  /** As two servers of the lab show them, and the last as the standard's own check. */
  @ParameterizedTest
  @CsvSource({
    "crc32, DUoRhQ==",
    "crc32c, yZRlqg==",
    "sha1, Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
    "sha256, uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=",
    "crc64nvme, jSnVw/bqjr4=",
  })
  void areComputedAsServersDo(String algorithm, String expected) {
    assertThat(new Checksum(algorithm, "", true).of(HELLO)).isEqualTo(expected);
  }

  @Test
  void theCheckOfCrc64NvmeIsTheStandards() {
    assertThat(Crc64Nvme.of("123456789".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(0xae8b14860a799888L);
  }

  @Test
  void aCompositeOneNeedsThePartsThereWere() {
    var composite = new Checksum("sha256", "x-2", true);

    assertThat(composite.fits(new PartsPlan(1, true, true))).isTrue();
    assertThat(composite.fits(new PartsPlan(1, true, false))).isFalse();
    assertThat(composite.fits(new PartsPlan(1, false, true))).isFalse();
  }

  @Test
  void oneOfAWholeNeedsToBeCyclicWhereItGoesInParts() {
    assertThat(new Checksum("sha256", "x", false).fits(new PartsPlan(1, true, true)))
        .isFalse();
    assertThat(new Checksum("crc32", "x", false).fits(new PartsPlan(1, true, true)))
        .isTrue();
    assertThat(new Checksum("sha256", "x", false).fits(new PartsPlan(1, false, true)))
        .isTrue();
  }
}
