package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredOutcomeTests {

  @TempDir
  static Path folder;

  private static Said passed;
  private static Path ofPassed;
  private static Path ofBreached;

  @BeforeAll
  static void drillTwice() throws IOException {
    passed = drill("passed", Samples.tiny(folder));
    drill("breached", Samples.breached(folder));
    ofPassed = only(folder.resolve("passed/tiny-leaves-s3"));
    ofBreached = only(folder.resolve("breached/tiny-leaves-s3"));
  }

  private static Said drill(String drills, Path scenario) {
    return Said.with(
        RealEnds.variables(),
        "drill",
        scenario,
        "--environment",
        RealEnds.file(folder),
        "--evidence",
        folder.resolve(drills));
  }

  private static Path only(Path scenario) throws IOException {
    try (var folders = Files.list(scenario)) {
      return folders.reduce((one, other) -> other).orElseThrow();
    }
  }

  @Nested
  class Reported {

    @Test
    void saysTheSameAsTheDrill() {
      var said = Said.by("report", ofPassed);

      assertThat(said.out()).isEqualTo(passed.out());
      assertThat(said.exit()).isZero();
    }

    @Test
    void endsAsTheDrillDid() {
      assertThat(Said.by("report", ofBreached).exit()).isEqualTo(Exit.BREACHED);
    }

    @Test
    void isAlsoAPageWhereThatWasAskedFor() {
      var page = folder.resolve("page.html");

      Said.by("report", "--html", page, ofPassed);

      assertThat(page).content().contains("<html", "Tiny leaves S3");
    }

    @Test
    void refusesAFolderThatIsNoEvidence() {
      var said = Said.by("report", folder);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("outcome.json", "drills/SCENARIO/");
    }

    @Test
    void refusesAPageItCannotWrite() {
      var said = Said.by("report", "--html", folder, ofPassed);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("--html");
    }
  }

  @Nested
  class InColour {

    @Test
    void atATerminalAlone() {
      assertThat(Said.atTerminal(Map.of(), "report", ofPassed).out())
          .contains("\u001b[1;32mPASSED");
      assertThat(Said.with(Map.of(), "report", ofPassed).out()).doesNotContain("\u001b");
    }

    @Test
    void isLeftOutWhereItIsNotWanted() {
      assertThat(Said.atTerminal(Map.of("NO_COLOR", "1"), "report", ofPassed).out())
          .doesNotContain("\u001b");
      assertThat(Said.atTerminal(Map.of("TERM", "dumb"), "report", ofPassed).out())
          .doesNotContain("\u001b");
      assertThat(Said.atTerminal(Map.of("NO_COLOR", "1"), "--help").out()).doesNotContain("\u001b");
    }

    @Test
    void staysWhereTheVariableIsEmpty() {
      assertThat(Said.atTerminal(Map.of("NO_COLOR", ""), "report", ofPassed).out())
          .contains("\u001b[");
    }
  }

  @Nested
  class Compared {

    @Test
    void saysWhatGotWorseAndWhatBetter() {
      var worse = Said.by("compare", ofPassed, ofBreached);
      var better = Said.by("compare", ofBreached, ofPassed);

      assertThat(worse.exit()).isZero();
      assertThat(worse.out()).contains("worse", "time to exit");
      assertThat(better.out()).contains("better");
    }

    @Test
    void refusesWhatIsNoEvidence() {
      var said = Said.by("compare", ofPassed, folder.resolve("nowhere"));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("nowhere");
    }

    @Test
    void isInconclusiveForTwoScenarios() {
      var other = RealEnds.write(
          folder.resolve("other.yaml"), Samples.TINY.replace("Tiny leaves", "Other leaves"));
      drill("other", other);

      var said = Said.by("compare", ofPassed, onlyOf("other/other-leaves-s3"));

      assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
      assertThat(said.out()).contains("not compared");
    }

    private Path onlyOf(String scenario) {
      try {
        return only(folder.resolve(scenario));
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
    }
  }
}
