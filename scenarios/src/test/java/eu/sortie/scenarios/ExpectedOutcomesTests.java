package eu.sortie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.sortie.cli.Catalogue;
import eu.sortie.cli.Places;
import eu.sortie.cli.Published;
import eu.sortie.drill.CaseResult;
import eu.sortie.drill.CaseResult.Fate;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.spi.Finding;
import eu.sortie.yaml.PriceBook;
import eu.sortie.yaml.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every case of the poison estates, against the table of what has to become of it. */
class ExpectedOutcomesTests {

  private static final Catalogue SHIPPED = new ShippedScenarios();

  @TempDir
  private Path evidence;

  @ParameterizedTest
  @ValueSource(strings = {"poison", "poison-history", "poison-lock"})
  void areThoseOfTheTableAtTheEmbeddedDestination(String estate) throws IOException {
    areThoseOfTheTable(estate, "embedded");
  }

  @ParameterizedTest
  @CsvSource({
    "poison, containers:versitygw",
    "poison-history, containers:versitygw",
    "poison-lock, containers:versitygw",
    "poison, containers:minio",
    "poison-history, containers:minio",
    "poison-lock, containers:minio",
    "poison, containers:versitygw-to-minio",
    "poison-history, containers:minio-to-versitygw",
    "poison-history, containers:minio-to-minio"
  })
  void areThoseOfTheTableAtRealServers(String estate, String environment) throws IOException {
    assumeStartable(environment);

    areThoseOfTheTable(estate, environment);
  }

  /** Where the lab is required, an environment that cannot be started fails in the drill itself, and says why. */
  private static void assumeStartable(String environment) {
    if (!Boolean.getBoolean("sortie.lab.required")
        && Places.find(environment) instanceof DrillSetup.Place.Started started) {
      started.surroundings().examine().stream()
          .filter(finding -> finding.answer() == Finding.Answer.NO)
          .forEach(finding ->
              abort("real servers fare as they do only when they run: " + finding.detail()));
    }
  }

  private void areThoseOfTheTable(String estate, String environment) throws IOException {
    var published = published(estate);
    var scenario = ScenarioFile.read(published.text(), published.file());
    var setup = DrillSetup.at(
            Places.find(environment), PriceBook::load, new EvidenceFolders(evidence))
        .with(published.estate().estate(Optional.empty()).orElseThrow());

    var cases = Drill.of(setup).run(scenario).cases();

    var seen = OutcomeTable.leave(estate, environment, cases);
    assertThat(OutcomeTable.of(estate).deviations(environment, cases))
        .as("cases that fare otherwise than the table says; what was seen is in %s", seen)
        .isEmpty();
  }

  private static Published published(String estate) {
    return SHIPPED.published().stream()
        .filter(one -> one.name().equals(estate + "-leaves-s3"))
        .findFirst()
        .orElseThrow();
  }

  /** What no server of the lab shows as it was said. A case that one of them can hold has to be planted there. */
  @Test
  void everyCaseIsHeldBySomeServerButForThree() {
    assertThat(Stream.of("poison", "poison-history", "poison-lock")
            .flatMap(estate -> OutcomeTable.of(estate).refusedEverywhere().stream()))
        .containsExactlyInAnyOrder(
            "B05 an analysis of storage classes",
            "B05 a configuration of intelligent tiering",
            "B08 whoever reads it pays");
  }

  @Nested
  class TheTable {

    private final OutcomeTable table = OutcomeTable.parse("""
        Some words.

        | id | case | here | there |
        |---|---|---|---|
        | K01 | one | kept | lost as foretold |
        | K02 | two | not planted: 400 InvalidURI | kept |
        """);

    private static CaseResult seen(String id, String what, Fate fate, String detail) {
      return new CaseResult(id, what, fate, detail);
    }

    @Test
    void namesNothingWhereAllIsAsExpected() {
      assertThat(table.deviations(
              "here",
              List.of(
                  seen("K01", "one", Fate.KEPT, ""),
                  seen("K02", "two", Fate.NOT_PLANTED, "400 InvalidURI: Bad 'K02'"))))
          .isEmpty();
    }

    @Test
    void namesTheCaseWhatWasExpectedAndWhatWasSeen() {
      assertThat(table.deviations(
              "there",
              List.of(
                  seen("K01", "one", Fate.LOST_BY_SURPRISE, "item missing"),
                  seen("K02", "two", Fate.KEPT, ""))))
          .containsExactly("K01 one: expected lost as foretold, saw lost by surprise");
    }

    @Test
    void namesWhatIsOnOneSideOnly() {
      assertThat(table.deviations("there", List.of(seen("K02", "three", Fate.KEPT, ""))))
          .containsExactly(
              "K01 one: expected lost as foretold, saw not in the drill",
              "K02 three: expected not in the table, saw kept",
              "K02 two: expected kept, saw not in the drill");
    }

    @Test
    void takesEitherFateWhereItNamesTwo() {
      var either = OutcomeTable.parse("""
          | id | case | here |
          |---|---|---|
          | K01 | one | lost by surprise or lost as foretold |
          """);

      assertThat(either.deviations("here", List.of(seen("K01", "one", Fate.LOST_AS_FORETOLD, ""))))
          .isEmpty();
      assertThat(either.deviations("here", List.of(seen("K01", "one", Fate.KEPT, ""))))
          .containsExactly("K01 one: expected lost by surprise or lost as foretold, saw kept");
    }

    @Test
    void knowsNothingOfAnEnvironmentItHasNoColumnFor() {
      assertThat(table.deviations("elsewhere", List.of(seen("K01", "one", Fate.KEPT, ""))))
          .contains("K01 one: expected not in the table, saw kept");
    }
  }
}
