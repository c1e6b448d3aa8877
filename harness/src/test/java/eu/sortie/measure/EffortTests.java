package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTests {

  /** Watched, waited for the source, for the destination, how busy: what held it up. */
  @ParameterizedTest
  @CsvSource({
    "10, 60, 10, 40, SOURCE",
    "10, 10, 60, 40, DESTINATION",
    "10, 40, 40, 40, NOT_KNOWN",
    "10, 60, 10, 85, PROCESSORS",
    "10, 60, 10, 84, SOURCE",
    "10, 60, 10, -1, NOT_KNOWN",
    "10, 5, 1, 40, NOT_KNOWN",
    "0, 60, 10, 99, NOT_KNOWN",
    "10, 20, 10, 0, SOURCE",
    "10, 10, 20, 0, DESTINATION",
  })
  void tellsWhatHeldItUpOnlyWhereItWasMeasured(
      int watched, int source, int destination, int busyPercent, Bottleneck held) {
    var effort = new Effort(
        Duration.ofSeconds(watched),
        Duration.ofSeconds(source),
        Duration.ofSeconds(destination),
        Duration.ofSeconds(1),
        busyPercent);

    assertThat(effort.bottleneck()).isEqualTo(held);
  }
}
