package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Breach;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SummaryTests {

  private static final Path EVIDENCE = Path.of("drills", "photos-leave-s3", "2026-11-23T10-14-05Z");

  @Nested
  class Failed {

    private final String text = Summary.of(Outcomes.failed(), EVIDENCE);

    @Test
    void beginsWithTheVerdictAndTheEnds() {
      assertThat(text.lines().findFirst())
          .hasValue(
              "Photos leave S3: FAILED, 2 of 3 gates breached        (source emulated, destination emulated)");
    }

    @Test
    void saysWhatEachBreachedGateSaw() {
      assertThat(text).contains("""
                every item keeps content, content-type, user-metadata, tags
                  user-metadata altered on 14 of 12 480 items
                  3 of 12 480 items are missing
                    2026/0412.jpg  owner: "Ægir" became "?gir"      surprise
              """).contains("1 other gate cleared");
    }

    @Test
    void countsPlantedCasesAndNamesTheSurprises() {
      assertThat(text)
          .contains(
              "6 cases: 1 kept, 1 lost as foretold, 2 lost by surprise, 1 unknown, 1 not planted")
          .contains("surprise K05 a key with two slashes in a row")
          .doesNotContain("surprise K01");
    }

    @Test
    void saysWhatIsUnknownUnusedKeptAndLeft() {
      assertThat(text)
          .contains("expires on 41 items")
          .contains("unused    loss of tags under raw/")
          .contains("kept      export store sortie-export-b81c07de")
          .contains("left      bucket photos-drill-b81c07de, because")
          .contains("to exit 41 min 07 s")
          .contains("to verify 27.99 s");
    }

    @Test
    void namesWhatIsArchivedWithItsPriceAndKeepsThatOutOfTheBill() {
      assertThat(text).contains("""
                archived  2 × FROZEN, 1.00 KiB, at the source: cost unknown because price list aws-eu-west-3 has none for restoring FROZEN
                          1 200 × GLACIER, 3.00 GiB, at the source: tier standard, up to 5 h to wait
                          restoring costs 0.09 USD at list price, not counting FROZEN, whose price is unknown; in no bill of this drill
              """);
      assertThat(Summary.of(Outcomes.passed(), EVIDENCE)).doesNotContain("archived");
    }

    @Test
    void saysWhatWasChangedOnPurposeAndWhatStillNamesTheSource() {
      assertThat(text)
          .contains("changed   1 field on purpose, so that it works there, by storage-class")
          .contains(
              "residue   1 × arn arrived and only mean something at the source: residues.csv");
      assertThat(Summary.of(Outcomes.passed(), EVIDENCE))
          .doesNotContain("on purpose")
          .doesNotContain("residue");
    }

    @Test
    void saysHowLongItTookUntilItServed() {
      var served = Outcomes.withCostAndTime(
          Outcomes.failed(),
          "0.5121",
          Outcomes.timings(1_897_000, 570_000).with(Stage.SERVE, Duration.ofSeconds(30)));

      assertThat(Summary.of(served, EVIDENCE))
          .contains("to service 10 min 00 s (restore 9 min 30 s, serve 30.00 s)");
      assertThat(text).doesNotContain("to service");
    }

    @Test
    void saysWhatWasSeenOfWhatDoesNotRun() {
      assertThat(Summary.of(Outcomes.dead(), EVIDENCE)).contains("""
                workloads ready within 5 min
                  1 of 3 workloads were not ready after 5 min
                    deployment/web: 0 of 2 are ready
                    pod/web-1, container web says: <b>[U+001B][31mno\u00A0
              """.replace("\u00A0", ""));
    }

    @Test
    void letsNoKeySteerTheTerminal() {
      assertThat(text)
          .contains("[U+202E]gpj.exe")
          .doesNotContain("\u202E")
          .doesNotContain("\u001B");
    }
  }

  @Nested
  class Passed {

    @Test
    void fitsAScreenAndEndsWithTheEvidence() {
      var text = Summary.of(Outcomes.passed(), EVIDENCE);

      assertThat(text.lines().count()).isLessThan(24);
      assertThat(text).endsWith("  evidence: " + EVIDENCE + "\n").contains("the tooling only");
    }
  }

  @Nested
  class Inconclusive {

    @Test
    void givesTheReasonAndNoTimeOrCostOfAnExit() {
      assertThat(Summary.of(Outcomes.inconclusive(), EVIDENCE))
          .startsWith(
              "Photos leave S3: INCONCLUSIVE, interrupted        (source live, destination live)")
          .contains("nothing was compared")
          .contains("the exit did not end")
          .contains("no price list was given")
          .doesNotContain("unused")
          .doesNotContain("the tooling only");
    }
  }

  @Nested
  class Colour {

    @Test
    void isThereOnlyWhereItIsAskedFor() {
      assertThat(Summary.of(Outcomes.passed(), EVIDENCE, true))
          .contains("\u001B[1;32mPASSED\u001B[0m");
      assertThat(Summary.of(Outcomes.passed(), EVIDENCE)).doesNotContain("\u001B");
    }

    @Test
    void saysNothingThatTheWordsDoNot() {
      assertThat(Summary.of(Outcomes.failed(), EVIDENCE, true).replaceAll("\u001B\\[[0-9;]*m", ""))
          .isEqualTo(Summary.of(Outcomes.failed(), EVIDENCE));
    }
  }

  @Test
  void aBreachThatIsNoGateOfTheScenarioIsShownToo() {
    var outcome = Outcomes.withVerdict(
        Outcomes.passed(),
        new Verdict.Failed(List.of(new Breach("the cut", "GetObject was called"))),
        List.of(new GateResult(
            "time to exit at most 30 min", GateResult.Result.CLEARED, "", "took 1 s", List.of())));

    assertThat(Summary.of(outcome, EVIDENCE)).contains("the cut").contains("GetObject was called");
  }
}
