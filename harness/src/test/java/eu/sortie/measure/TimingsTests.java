package eu.sortie.measure;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimingsTests {

  private static final Timings EVERY_STAGE = Timings.NONE
      .with(Stage.SURVEY, ofSeconds(1))
      .with(Stage.EXPORT, ofSeconds(20))
      .with(Stage.CUT, ofSeconds(300))
      .with(Stage.RESTORE, ofSeconds(4_001))
      .with(Stage.RESURVEY, ofSeconds(50_000))
      .with(Stage.COMPARE, ofSeconds(600_000))
      .with(Stage.JUDGE, ofSeconds(7_000_000))
      .with(Stage.CLEAR, ofSeconds(80_000_000));

  @Test
  void timeToExitIsExportAndRestore() {
    assertThat(EVERY_STAGE.toExit()).isEqualTo(ofSeconds(4_021));
  }

  @Test
  void timeToServiceIsRestoreAndServe() {
    assertThat(EVERY_STAGE.with(Stage.SERVE, ofSeconds(900_000_000)).toService())
        .isEqualTo(ofSeconds(900_004_001));
  }

  @Test
  void whereNobodyAskedForServiceThereIsNoTimeToIt() {
    assertThat(EVERY_STAGE.toService()).isZero();
  }

  @Test
  void serviceThatIsThereAtOnceTookAsLongAsTheRestore() {
    assertThat(EVERY_STAGE.with(Stage.SERVE, Duration.ZERO).toService())
        .isEqualTo(ofSeconds(4_001));
  }

  @Test
  void timeToVerifyIsBothSurveysAndTheComparison() {
    assertThat(EVERY_STAGE.toVerify()).isEqualTo(ofSeconds(650_001));
  }

  @Test
  void onlyExportAndRestoreBelongToTheExit() {
    assertThat(Arrays.stream(Stage.values()).filter(Stage::isExit))
        .containsExactly(Stage.EXPORT, Stage.RESTORE);
  }

  @Test
  void aStageThatDidNotRunTookNoTime() {
    assertThat(Timings.NONE.of(Stage.EXPORT)).isEqualTo(Duration.ZERO);
    assertThat(Timings.NONE.toExit()).isEqualTo(Duration.ZERO);
  }

  @Test
  void stagesComeInTheirOrder() {
    var backwards = Timings.NONE.with(Stage.RESTORE, ofSeconds(2)).with(Stage.EXPORT, ofSeconds(1));

    assertThat(backwards.stages())
        .containsExactly(entry(Stage.EXPORT, ofSeconds(1)), entry(Stage.RESTORE, ofSeconds(2)));
  }

  @Test
  void oneMoreStageLeavesTheOthersAsTheyWere() {
    Timings.NONE.with(Stage.EXPORT, ofSeconds(1));

    assertThat(Timings.NONE.stages()).isEmpty();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> EVERY_STAGE.stages().clear());
  }
}
