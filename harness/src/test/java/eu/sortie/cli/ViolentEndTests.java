package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill that is killed or interrupted in the middle of something, which it is made to stand still at. */
class ViolentEndTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private Path drills;
  private Traces before;

  @BeforeEach
  void lookAround() {
    drills = folder.resolve("drills");
    before = Traces.now(temporary);
  }

  @AfterEach
  void removeWhatWasLeft() {
    RealEnds.removeBuckets(RealEnds.destination(), "tiny-drill-");
  }

  private SortieProcess drill(Path ends, Object... more) throws IOException {
    var arguments =
        new ArrayList<Object>(List.of("drill", "--environment", ends, "--evidence", drills));
    arguments.addAll(List.of(more));
    return SortieProcess.start(temporary, arguments.toArray());
  }

  private Path evidence(String scenario) throws IOException {
    try (var folders = Files.list(drills.resolve(scenario))) {
      return folders.sorted().findFirst().orElseThrow();
    }
  }

  /** The stage the journal ends in; none where it has not begun. */
  private static String lastStage(Path evidence) throws IOException {
    var journal = Files.readString(evidence.resolve("journal.jsonl"));
    return journal
        .lines()
        .map(line -> line.replaceFirst(".*\"stage\":\"([a-z]*)\".*", "$1"))
        .reduce("", (earlier, later) -> later);
  }

  @Nested
  class Killed {

    @ParameterizedTest
    @CsvSource({
      "'',       aws,    GET /tiny\\?.*max-keys",
      "survey,   aws,    GET /tiny\\?(?!.*max-keys)",
      "export,   europe, PUT /tiny-drill-[0-9a-f]+/b.txt",
      "resurvey, europe, GET /tiny-drill-[0-9a-f]+/c.txt",
      "clear,    europe, (DELETE|POST) /tiny-drill-[0-9a-f]+"
    })
    void leavesEvidenceThatSaysSoAndTheNextDrillIsUnaffected(
        String stage, String end, String request) throws Exception {
      try (var line = HoldingLine.before(end, request);
          var drill = drill(RealEnds.file(folder, end, line), Samples.tiny(folder))) {
        line.awaitRequest();
        drill.kill();
      }

      var dead = evidence("tiny-leaves-s3");
      assertThat(dead.resolve("INCOMPLETE")).content().contains("died");
      assertThat(dead.resolve("outcome.json")).doesNotExist();
      assertThat(lastStage(dead)).isEqualTo(stage);
      assertThat(Said.by("report", dead).exit()).isEqualTo(Exit.BAD_INPUT);
      var doctor = Said.by("doctor", "--evidence", drills).out();
      assertThat(doctor).contains(dead + ": has not ended");
      if (List.of("", "survey").contains(stage)) {
        assertThat(doctor).contains("had not created anything");
      } else {
        assertThat(doctor)
            .contains("at europe: bucket tiny-drill-")
            .containsPattern("to remove: aws --endpoint-url .* s3 rb --force s3://tiny-drill-");
      }

      var next = Said.with(
          RealEnds.variables(),
          "drill",
          "--environment",
          RealEnds.file(folder),
          "--evidence",
          drills,
          Samples.tiny(folder));
      assertThat(next.exit()).as(next.err()).isZero();
      assertThat(next.err()).contains("1 earlier drill");
      assertThat(Traces.now(temporary).temporary()).isEqualTo(before.temporary());
    }

    @Test
    void takesTheEmbeddedServersAlongAndTellsOfTheirFolder() throws Exception {
      try (var drill =
          SortieProcess.start(temporary, "drill", "sample-leaves-s3", "--evidence", drills)) {
        await().until(() -> drill.handle().descendants().count() >= 6);
        var servers = drill.handle().descendants().toList();

        drill.kill();

        await().until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
      }
      var doctor = Said.by("doctor", "--evidence", drills).out();
      var left = Traces.now(temporary).temporary();
      left.removeAll(before.temporary());
      assertThat(left).hasSize(1);
      assertThat(doctor)
          .containsPattern("to remove: rm -rf .*" + left.iterator().next());
      var told = doctor
          .lines()
          .filter(line -> line.contains("to remove: "))
          .map(line -> line.replaceFirst(".*to remove: ", ""))
          .toList();
      for (var command : told) {
        new ProcessBuilder("sh", "-c", command).start().waitFor();
      }
      assertThat(Traces.now(temporary).temporary()).isEqualTo(before.temporary());
    }
  }

  @Nested
  class Interrupted {

    @ParameterizedTest
    @CsvSource({
      "export,   europe, PUT /tiny-drill-[0-9a-f]+/b.txt",
      "resurvey, europe, GET /tiny-drill-[0-9a-f]+/c.txt"
    })
    void clearsWhatItCreatedAndIsInconclusive(String stage, String end, String request)
        throws Exception {
      Said said;
      try (var line = HoldingLine.before(end, request);
          var drill = drill(
              RealEnds.file(folder, end, line), Samples.tiny(folder), Samples.breached(folder))) {
        line.awaitRequest();
        drill.interrupt();
        await().until(() -> drill.err().contains("interrupted"));
        line.release();
        said = drill.end();
      }

      assertThat(said.exit()).as(said.err()).isEqualTo(Exit.INCONCLUSIVE);
      assertThat(said.out())
          .startsWith("Tiny leaves S3: INCONCLUSIVE, interrupted")
          .as("the second did not begin")
          .containsOnlyOnce("evidence:");
      assertThat(said.err()).contains("'Tiny leaves S3' did not run");
      var evidence = evidence("tiny-leaves-s3");
      assertThat(evidence.resolve("INCOMPLETE")).doesNotExist();
      assertThat(evidence.resolve("outcome.json")).content().contains("interrupted");
      assertThat(Files.readString(evidence.resolve("journal.jsonl")))
          .contains(stage + "\",\"what\":\"interrupted");
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }

    @Test
    void stopsTheEmbeddedServersItHasOnlyJustStarted() throws Exception {
      Said said;
      try (var drill =
          SortieProcess.start(temporary, "drill", "sample-leaves-s3", "--evidence", drills)) {
        await().until(() -> drill.handle().descendants().count() >= 6);
        drill.interrupt();
        said = drill.end();
      }

      assertThat(said.exit()).as(said.err()).isEqualTo(Exit.INCONCLUSIVE);
      assertThat(said.out()).contains("INCONCLUSIVE, interrupted");
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }
  }
}
