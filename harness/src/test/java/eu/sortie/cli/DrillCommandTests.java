package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillCommandTests {

  @TempDir
  Path folder;

  private Path drills;
  private Path ends;

  @BeforeEach
  void describeTheEnds() {
    drills = folder.resolve("drills");
    ends = RealEnds.file(folder);
  }

  private Said drill(Object... more) {
    var arguments = Stream.concat(
        Stream.of("drill", "--environment", ends, "--evidence", drills), Stream.of(more));
    return Said.with(RealEnds.variables(), arguments.toArray());
  }

  private List<Path> evidence(String scenario) throws IOException {
    try (var folders = Files.list(drills.resolve(scenario))) {
      return folders.sorted().toList();
    }
  }

  @Nested
  class OfOneScenario {

    @Test
    void passesAndSaysWhereTheEvidenceIs() throws IOException {
      var said = drill(Samples.tiny(folder));

      assertThat(said.exit()).as(said.err()).isZero();
      assertThat(said.out())
          .startsWith(
              "Tiny leaves S3: PASSED, 4 of 4 gates cleared        (source emulated, destination emulated)")
          .contains("evidence: " + evidence("tiny-leaves-s3").get(0))
          .doesNotContain("\u001b");
      assertThat(said.err().lines())
          .containsSubsequence("survey", "cut", "restore", "judge", "clear")
          .anyMatch(line -> line.startsWith("export 6 items, "));
      assertThat(evidence("tiny-leaves-s3").get(0))
          .isDirectoryContaining("glob:**outcome.json")
          .isDirectoryNotContaining("glob:**INCOMPLETE");
    }

    @Test
    void showsABarWithRateAndTimeLeftAtATerminal() {
      var said = Said.atTerminal(
          RealEnds.variables(),
          "drill",
          "--environment",
          ends,
          "--evidence",
          drills,
          Samples.tiny(folder));

      assertThat(said.exit()).isZero();
      assertThat(said.err()).containsPattern("export +[0-9]+% \\[=* *\\].*/s");
      assertThat(said.out()).startsWith("Tiny leaves S3: \u001b[1;32mPASSED");
    }

    @Test
    void leavesNothingAtTheDestination() {
      var before = RealEnds.buckets(RealEnds.destination());

      drill(Samples.tiny(folder));

      assertThat(RealEnds.buckets(RealEnds.destination())).isEqualTo(before);
    }

    @Test
    void leavesWhatArrivedWhereThatWasAskedFor() {
      var into = RealEnds.write(
          folder.resolve("kept.yaml"),
          Samples.TINY.replace("{bucket: tiny}", "{bucket: tiny, into: kept-by-drill}"));
      try (var client = RealEnds.client(RealEnds.destination())) {
        var said = drill("--keep", into);

        assertThat(said.out()).contains("kept");
        assertThat(client.listObjectsV2(list -> list.bucket("kept-by-drill")).contents())
            .extracting(object -> object.key())
            .containsExactlyElementsOf(RealEnds.TINY);
      } finally {
        RealEnds.removeBuckets(RealEnds.destination(), "kept-by-drill");
      }
    }

    @Test
    void endsWithOneWhereAGateIsBreached() {
      var said = drill(Samples.breached(folder));

      assertThat(said.exit()).isEqualTo(Exit.BREACHED);
      assertThat(said.out()).contains("FAILED, 1 of 4 gates breached", "at most 1 ms");
    }

    @Test
    void endsWithFourWhereNothingWasCompared() {
      var said = drill(Samples.inconclusive(folder));

      assertThat(said.exit()).isEqualTo(Exit.INCONCLUSIVE);
      assertThat(said.out()).contains("INCONCLUSIVE", "nothing was compared");
    }

    @Test
    void plantsTheUsersFolderForAScenarioOfHisOwn() throws IOException {
      var own = Files.createDirectory(folder.resolve("own"));
      RealEnds.write(own.resolve("letter.txt"), "x");
      var scenario = RealEnds.write(
          folder.resolve("own.yaml"), Samples.TINY.replace("bucket: tiny", "bucket: own-folder"));
      try {
        var said = drill("--estate", own, scenario);

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("2 at the source, 2 arrived");
      } finally {
        RealEnds.removeBuckets(RealEnds.source(), "own-folder");
      }
    }

    @Test
    void takesALiveSourceAsItIsAlthoughTheScenarioBringsAnEstate() {
      RealEnds.write(ends, textOf(ends).replaceFirst("live: false", "live: true"));

      var said = drill("sample-leaves-s3");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.err()).contains("'aws' is live", "there is no bucket 'sample'");
      assertThat(RealEnds.buckets(RealEnds.source())).doesNotContain("sample");
    }

    private String textOf(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException failed) {
        throw new AssertionError(failed);
      }
    }
  }

  @Nested
  class AsJson {

    @Test
    void printsOnlyTheOutcomeAsItsSchemaHasIt() throws IOException {
      var said = drill("--json", Samples.tiny(folder));

      var json = new ObjectMapper().readTree(said.out());
      assertThat(json.at("/verdict/result").asText()).isEqualTo("passed");
      try (var schema =
          DrillCommandTests.class.getResourceAsStream("/eu/sortie/schema/outcome.schema.json")) {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(schema))
                .validate(json))
            .isEmpty();
      }
      assertThat(Files.readString(evidence("tiny-leaves-s3").get(0).resolve("outcome.json"))
              .strip())
          .isEqualTo(said.out().strip());
    }

    @Test
    void printsOneDocumentADrill() throws IOException {
      var said = drill("--json", Samples.tiny(folder), Samples.inconclusive(folder));

      try (var documents = new ObjectMapper().readerFor(Object.class).readValues(said.out())) {
        assertThat(documents.readAll()).hasSize(2);
      }
    }

    @Test
    void printsNothingWhereNothingRan() {
      var said = drill("--json", folder.resolve("absent.yaml"));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).isEmpty();
    }
  }

  @Nested
  class OfSeveralScenarios {

    @Test
    void runsAllAndEndsWithTheWorst() throws IOException {
      var said =
          drill(Samples.breached(folder), Samples.inconclusive(folder), Samples.tiny(folder));

      assertThat(said.exit()).isEqualTo(Exit.BREACHED);
      assertThat(said.out()).contains("FAILED", "INCONCLUSIVE", "PASSED");
      assertThat(evidence("tiny-leaves-s3")).hasSize(3);
    }

    @Test
    void runsNoneWhereOneCannotBeRead() {
      var wrong = RealEnds.write(folder.resolve("wrong.yaml"), "scenario: x");

      var said = drill(Samples.tiny(folder), wrong);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).isEmpty();
      assertThat(drills).doesNotExist();
    }

    @Test
    void runsNoneWhereTheEnvironmentHasNoSuchEnd() {
      var elsewhere = RealEnds.write(
          folder.resolve("elsewhere.yaml"), Samples.TINY.replace("to: europe", "to: asia"));

      var said = drill(Samples.tiny(folder), elsewhere);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("no end 'asia'", "aws, europe");
      assertThat(drills).doesNotExist();
    }

    @Test
    void tellsWhatTheOthersFoundWhereOneCannotBegin() {
      var noBucket = RealEnds.write(
          folder.resolve("no-bucket.yaml"), Samples.TINY.replace("bucket: tiny", "bucket: nobody"));

      var said = drill(noBucket, Samples.breached(folder));

      assertThat(said.exit()).isEqualTo(Exit.BREACHED);
      assertThat(said.complaint()).contains("there is no bucket 'nobody'");
      assertThat(said.out()).contains("FAILED");
    }
  }

  @Nested
  class WithEvidenceOfEarlierDrills {

    @Test
    void neverWritesOverIt() throws IOException {
      drill(Samples.tiny(folder), Samples.tiny(folder), Samples.tiny(folder));

      assertThat(evidence("tiny-leaves-s3")).hasSize(3);
    }

    @Test
    void mentionsThoseThatDidNotEnd() throws IOException {
      var dead = Files.createDirectories(drills.resolve("photos/2026-01-01T00-00-00Z"));
      RealEnds.write(dead.resolve("INCOMPLETE"), "");

      var said = drill(Samples.tiny(folder));

      assertThat(said.exit()).isZero();
      assertThat(said.err()).contains("1 earlier drill in", "did not end", "sortie doctor");
    }
  }

  @Test
  void withoutAScenarioRunsNothing() {
    var said = Said.by("drill");

    assertThat(said.exit()).isEqualTo(Exit.NOTHING_RAN);
    assertThat(said.complaint()).contains("nothing ran", "sortie scenarios");
  }
}
