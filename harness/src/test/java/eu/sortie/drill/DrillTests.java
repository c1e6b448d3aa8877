package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be run is said before anything moves, and leaves nothing behind. */
@Timeout(60)
class DrillTests {

  private static final String EMPTY =
      "<ListBucketResult><Name>samples</Name><IsTruncated>false</IsTruncated></ListBucketResult>";

  @TempDir
  private Path folder;

  private final TinyServer source = new TinyServer(request -> Answer.of(200, EMPTY));
  private final TinyServer destination = new TinyServer(
      request -> request.method().equals("HEAD") ? Answer.of(404, "") : Answer.of(200, EMPTY));
  private RecordingChronicle chronicle;

  @AfterEach
  void close() {
    source.close();
    destination.close();
  }

  private DrillSetup setup(End... ends) {
    return setup(Environment.of("test", List.of(ends), Map.of()));
  }

  private DrillSetup setup(Environment environment) {
    return DrillSetup.at(
        new DrillSetup.Place.There(environment),
        name -> {
          throw new Misuse("there is no price list '%s'".formatted(name));
        },
        (id, scenario) -> {
          chronicle = new RecordingChronicle(folder);
          return chronicle;
        });
  }

  private DrillSetup setup() {
    return setup(source.end("aws"), destination.end("europe"));
  }

  private static Scenario scenario() {
    return scenarioWith(keepsContent());
  }

  private void nothingRan(DrillSetup setup, String message) {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> Drill.of(setup).run(scenario()))
        .withMessageContaining(message);
    assertThat(chronicle.discarded).isTrue();
    assertThat(chronicle.closed).isTrue();
    assertThat(chronicle.outcomes).isEmpty();
    assertThat(destination.seen()).extracting(TinyServer.Seen::method).isSubsetOf("HEAD", "GET");
  }

  private static Estate estate(Planting planting) {
    return new Estate() {
      @Override
      public String name() {
        return "made up";
      }

      @Override
      public List<PlantedCase> plant(End where) throws IOException {
        planting.plant(where);
        return List.of();
      }
    };
  }

  private interface Planting {
    void plant(End where) throws IOException;
  }

  @Nested
  class AMisuse {

    @Test
    void ofAnEndTheEnvironmentHasNotDiscardsTheEvidence() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> Drill.of(setup(source.end("aws"))).run(scenario()))
          .withMessageContaining("has no end 'europe'; it has aws");
      assertThat(chronicle.discarded).isTrue();
    }

    @Test
    void ofTwoEndsInOnePlaceIsSaid() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(
              () -> Drill.of(setup(source.end("aws"), source.end("europe"))).run(scenario()))
          .withMessageContaining("leaving for where one is proves nothing");
      assertThat(chronicle.discarded).isTrue();
      assertThat(source.seen()).isEmpty();
    }

    @Test
    void ofAPriceListNobodyHasIsSaidBeforeAnythingMoves() {
      var ends = List.of(source.end("aws"), destination.end("europe"));
      var environment = Environment.of("test", ends, Map.of("aws", "aws-mars-1"));

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> Drill.of(setup(environment)).run(scenario()))
          .withMessage("there is no price list 'aws-mars-1'");
      assertThat(chronicle.discarded).isTrue();
      assertThat(destination.seen()).isEmpty();
    }

    @Test
    void ofASourceThatDoesNotAnswerIsSaid() {
      source.close();

      nothingRan(setup(), "end 'aws'");
    }

    @Test
    void isNoEstateForALiveSourceWhichIsTakenAsItIs() {
      var live = new End(
          "aws",
          true,
          "s3",
          source.end("aws").settings(),
          Capabilities.UNSTATED,
          source.end("aws").place());

      var outcome = Drill.of(setup(live, destination.end("europe")).with(estate(where -> {
            throw new AssertionError("something was planted");
          })))
          .run(scenario());

      assertThat(outcome.cases()).isEmpty();
      assertThat(source.seen()).extracting(TinyServer.Seen::method).isSubsetOf("HEAD", "GET");
    }

    @Test
    void isWhatItIsWhereAnEstateCannotBePlanted() {
      nothingRan(
          setup().with(estate(where -> {
            throw new IOException("no space left on device");
          })),
          "the drill could not begin: no space left on device");
    }

    @Test
    void ofAnIncompleteScenarioOpensNoEvidenceAtAll() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> Drill.of(setup()).run(scenarioWith()));
      assertThat(chronicle).isNull();
    }
  }

  @Nested
  class ADrill {

    @Test
    void isOneRunAndNoMore() {
      var drill = Drill.of(setup());
      drill.run(scenario());

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> drill.run(scenario()))
          .withMessage("drill %s has run already; a drill is one run, begin another", drill.id());
    }

    @Test
    void hasANameOfItsOwn() {
      assertThat(Drill.of(setup()).id())
          .matches("[0-9a-f]{8}")
          .isNotEqualTo(Drill.of(setup()).id());
    }

    @Test
    void thatComparesNothingIsInconclusive() {
      var outcome = Drill.of(setup()).run(scenario());

      assertThat(outcome.fidelity().items()).as("the bucket alone").isEqualTo(1);
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Inconclusive.class);
      assertThat(chronicle.outcomes).containsExactly(outcome);
      assertThat(chronicle.discarded).isFalse();
      assertThat(chronicle.closed).isTrue();
    }

    @Test
    void thatIsStoppedBeforeItBeginsTouchesNothing() {
      var drill = Drill.of(setup());
      drill.stop("interrupted");

      assertThat(drill.run(scenario()).verdict())
          .isEqualTo(new Verdict.Inconclusive("interrupted"));
      assertThat(destination.seen()).extracting(TinyServer.Seen::method).doesNotContain("PUT");
    }

    @Test
    void thatBreaksBeforeItBeginsLeavesEvidenceThatSaysSo() {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> Drill.of(setup().with(estate(where -> {
                throw new IllegalStateException("broken on purpose");
              })))
              .run(scenario()));
      assertThat(chronicle.closed).isTrue();
      assertThat(chronicle.discarded).isFalse();
      assertThat(chronicle.outcomes).isEmpty();
    }
  }

  @Nested
  class AnOutcomeThatMustPass {

    private Outcome outcome() {
      return Drill.of(setup()).run(scenario());
    }

    @Test
    void isAnErrorWhereNobodyKnows() {
      assertThatExceptionOfType(ExitFailedError.class)
          .isThrownBy(outcome()::mustPass)
          .withMessageStartingWith("Samples leave is inconclusive: ");
    }

    @Test
    void isAnErrorThatNamesEveryBreach() throws IOException {
      var rehearsal = new Rehearsal(folder, "a");
      rehearsal.at(
          eu.sortie.measure.Stage.RESURVEY, () -> rehearsal.destination.objects.remove("a"));

      assertThatExceptionOfType(ExitFailedError.class)
          .isThrownBy(rehearsal.run(scenario())::mustPass)
          .withMessage("Samples leave failed: every item keeps content: 1 items missing");
    }

    @Test
    void saysNothingWhereItPassed() throws IOException {
      var outcome = new Rehearsal(folder, "a").run(scenario());

      assertThatCode(outcome::mustPass).doesNotThrowAnyException();
    }
  }
}
