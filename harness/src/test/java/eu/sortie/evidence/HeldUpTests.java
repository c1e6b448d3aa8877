package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.measure.Effort;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldUpTests {

  private static Effort effort(int source, int destination, int busyPercent) {
    return new Effort(
        Duration.ofSeconds(10),
        Duration.ofSeconds(source),
        Duration.ofSeconds(destination),
        Duration.ofSeconds(4),
        busyPercent);
  }

  private static final Timings TIMINGS = new Timings(
      Map.of(),
      Map.of(
          Stage.EXPORT, effort(60, 3, 40),
          Stage.RESURVEY, effort(0, 60, 97),
          Stage.COMPARE, effort(0, 0, 50)));

  @Test
  void namesTheStagesThatMoveBytesOnOneLine() {
    assertThat(HeldUp.inWords(TIMINGS))
        .isEqualTo(
            "export by the source or the way to it, resurvey by this machine's processors (97 % busy)");
  }

  @Test
  void saysWhatWasMeasured() {
    assertThat(HeldUp.sentences(TIMINGS))
        .hasSize(2)
        .first()
        .asString()
        .contains("waited 1 min 00 s for the source and 3.00 s for the destination")
        .contains("Sortie used 4.00 s of processor time")
        .contains("40 % busy");
  }

  @Test
  void saysWhereItIsNotKnown() {
    var unknown = new Timings(Map.of(), Map.of(Stage.EXPORT, effort(20, 20, -1)));

    assertThat(HeldUp.inWords(unknown)).isEqualTo("export by what is not known");
    assertThat(HeldUp.sentences(unknown))
        .first()
        .asString()
        .contains("to a degree that is not known");
  }

  @Test
  void isNothingWhereNothingWasWatched() {
    assertThat(HeldUp.inWords(new Timings(Map.of()))).isEmpty();
  }
}
