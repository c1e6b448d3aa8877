package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTests {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "1023, 1023 B",
    "1024, 1.00 KiB",
    "1536, 1.50 KiB",
    "10240, 10.0 KiB",
    "1048576, 1.00 MiB",
    "1610612736, 1.50 GiB",
    "1099511627776, 1.00 TiB",
    "1125899906842624, 1.00 PiB",
    "9223372036854775807, 8.00 EiB",
  })
  void areWrittenInBinaryUnits(long bytes, String text) {
    assertThat(Bytes.print(bytes)).isEqualTo(text);
  }

  @Test
  void unitsArePowersOfTwo() {
    assertThat(Bytes.KIB).isEqualTo(1024);
    assertThat(Bytes.MIB).isEqualTo(1024 * Bytes.KIB);
    assertThat(Bytes.GIB).isEqualTo(1024 * Bytes.MIB);
  }
}
