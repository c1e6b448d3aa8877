package eu.sortie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.containers.FaultyLine;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.drill.Verdict;
import eu.sortie.embedded.EmbeddedSurroundings;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.junit.NeedsFaultyLine;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.PriceBook;
import eu.sortie.yaml.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenario that ships as {@code photos-leave-s3}, over a line on which things go wrong. */
@NeedsFaultyLine(because = "a line breaks between two programs, not inside one")
@Tag("drill")
@Timeout(180)
class FaultyLineDrills {

  @TempDir
  private Path drills;

  private EvidenceFolders evidence;

  private Outcome run(FaultyLine line, Stage at, Runnable fault) {
    evidence = new EvidenceFolders(drills);
    var place = new DrillSetup.Place.Started(line.over(new EmbeddedSurroundings()));
    return Drill.of(DrillSetup.at(place, PriceBook::load, evidence)
            .with(new FewPhotos())
            .with(Progress.at(at, fault)))
        .run(photosLeave());
  }

  private static Scenario photosLeave() {
    var shipped = new ShippedScenarios()
        .published().stream()
            .filter(one -> one.name().equals("photos-leave-s3"))
            .findFirst()
            .orElseThrow();
    return ScenarioFile.read(shipped.text(), shipped.file());
  }

  @Test
  void photosArriveLaterOverALongLineAndNothingIsLost() {
    try (var line = FaultyLine.to("europe")) {
      var outcome = run(line, Stage.EXPORT, () -> line.delay(Duration.ofMillis(250)));

      outcome.mustPass();
      assertThat(outcome.fidelity().items()).as("20 photos and the bucket").isEqualTo(21);
      assertThat(outcome.fidelity().arrived()).isEqualTo(21);
      assertThat(outcome.timings().of(Stage.EXPORT))
          .as("a bucket is made, then photos are written")
          .isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
  }

  @Test
  void aLineThatIsCutWhilePhotosAreReadBackLeavesTheDrillInconclusiveWithItsEvidence() {
    try (var line = FaultyLine.to("europe")) {
      var outcome = run(line, Stage.RESURVEY, line::cut);

      assertThat(outcome.verdict())
          .isInstanceOfSatisfying(
              Verdict.Inconclusive.class,
              unknown -> assertThat(unknown.reason())
                  .contains("RESURVEY could not be finished: end 'europe': "));
      assertThat(outcome.losses()).isEmpty();
      assertThat(evidence.last())
          .isNotEmptyDirectory()
          .isDirectoryNotContaining(file -> file.endsWith("INCOMPLETE"));
      assertThat(OutcomeFile.read(evidence.last())).isEqualTo(outcome);
    }
  }
}
