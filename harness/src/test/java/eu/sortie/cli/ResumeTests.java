package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Interruption;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill that is killed in the middle of something, and gone on with. */
class ResumeTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private Path drills;

  @BeforeEach
  void lookAround() {
    drills = folder.resolve("drills");
  }

  @AfterEach
  void removeWhatWasLeft() {
    RealEnds.removeBuckets(RealEnds.destination(), "tiny-drill-");
  }

  private Path killed(Path ends, HoldingLine line) throws Exception {
    try (var drill = SortieProcess.start(
        temporary, "drill", "--environment", ends, "--evidence", drills, Samples.tiny(folder))) {
      line.awaitRequest();
      drill.kill();
    }
    line.release();
    return evidence();
  }

  private Path evidence() throws IOException {
    try (var folders = Files.list(drills.resolve("tiny-leaves-s3"))) {
      return folders.sorted().findFirst().orElseThrow();
    }
  }

  private static Said resume(Object... arguments) {
    var all = new Object[arguments.length + 1];
    all[0] = "drill";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Said.with(RealEnds.variables(), all);
  }

  private Outcome undisturbed() throws IOException {
    var apart = folder.resolve("undisturbed");
    var said = Said.with(
        RealEnds.variables(),
        "drill",
        "--environment",
        RealEnds.file(folder),
        "--evidence",
        apart,
        Samples.tiny(folder));
    assertThat(said.exit()).as(said.err()).isZero();
    try (var folders = Files.list(apart.resolve("tiny-leaves-s3"))) {
      return OutcomeFile.read(folders.findFirst().orElseThrow());
    }
  }

  private static long sent(Outcome outcome, int end, Stage stage, String operation) {
    return outcome
        .ends()
        .get(end)
        .usage()
        .operations(stage::equals)
        .getOrDefault(operation, Traffic.NONE)
        .requests();
  }

  @Nested
  class GoesOn {

    @ParameterizedTest
    @CsvSource({
      "survey,   aws,    GET /tiny\\?(?!.*max-keys)",
      "export,   europe, PUT /tiny-drill-[0-9a-f]+ ",
      "export,   europe, PUT /tiny-drill-[0-9a-f]+/b.txt",
      "export,   europe, PUT /tiny-drill-[0-9a-f]+/d.txt",
      "restore,  europe, GET /tiny-drill-[0-9a-f]+/?\\?.*cors",
      "resurvey, europe, GET /tiny-drill-[0-9a-f]+/?\\?.*list-type",
      "resurvey, europe, GET /tiny-drill-[0-9a-f]+/c.txt",
      "clear,    europe, (DELETE|POST) /tiny-drill-[0-9a-f]+"
    })
    void whereItWasAndComesToTheSameVerdict(String stage, String end, String request)
        throws Exception {
      var expected = undisturbed();
      Outcome outcome;
      try (var line = HoldingLine.before(end, request)) {
        var dead = killed(RealEnds.file(folder, end, line), line);

        var said = resume("--resume", dead);

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
            .contains("PASSED")
            .contains("resumed   it died in " + stage.toUpperCase(Locale.ROOT));
        assertThat(dead.resolve("INCOMPLETE")).doesNotExist();
        assertThat(dead.resolve("ledger")).doesNotExist();
        assertThat(Said.by("report", dead).exit()).isZero();
        outcome = OutcomeFile.read(dead);
      }

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
      assertThat(outcome.fidelity()).isEqualTo(expected.fidelity());
      assertThat(outcome.losses()).isEqualTo(expected.losses());
      assertThat(outcome.reckoning()).isEqualTo(expected.reckoning());
      assertThat(outcome.references()).isEqualTo(expected.references());
      assertThat(outcome.ends().get(1).libraries())
          .isEqualTo(expected.ends().get(1).libraries());
      assertThat(outcome.leftovers()).isEmpty();
      assertThat(outcome.interruptions())
          .extracting(Interruption::stage)
          .containsExactly(Stage.valueOf(stage.toUpperCase(Locale.ROOT)));
      assertThat(outcome.interruptions().get(0).stoodStill()).isPositive();
      assertThat(RealEnds.buckets(RealEnds.destination()))
          .noneMatch(bucket -> bucket.startsWith("tiny-drill-"));
    }

    @Test
    void withoutReadingTheSourceOnceItWasCut() throws Exception {
      Outcome outcome;
      try (var line = HoldingLine.before("europe", "GET /tiny-drill-[0-9a-f]+/c.txt")) {
        var dead = killed(RealEnds.file(folder, "europe", line), line);
        assertThat(resume("--resume", dead).exit()).isZero();
        outcome = OutcomeFile.read(dead);
      }

      assertThat(sent(outcome, 0, Stage.EXPORT, "GetObject")).isEqualTo(5);
      assertThat(sent(outcome, 1, Stage.EXPORT, "PutObject")).isEqualTo(5);
      assertThat(outcome.ends().get(0).usage().stages())
          .containsOnlyKeys(Stage.SURVEY, Stage.EXPORT);
    }
  }
}
