package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Created;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private TemporaryFiles temporaryFiles;

  @BeforeEach
  void watchTemporaryFiles() {
    temporaryFiles = TemporaryFiles.into(temporary);
  }

  @AfterEach
  void letThemGo() {
    temporaryFiles.close();
  }

  private Said doctor(Path ends) {
    return Said.with(
        RealEnds.variables(),
        "doctor",
        "--environment",
        ends,
        "--evidence",
        folder.resolve("drills"));
  }

  @Nested
  class WithoutAnEnvironment {

    @Test
    @Timeout(5)
    void looksAtThisMachineAloneAndIsQuick() {
      var before = Traces.now(temporary);

      var said = Said.by("doctor", "--evidence", folder.resolve("drills"));

      assertThat(said.exit()).isZero();
      assertThat(said.out())
          .contains("java       yes      " + Runtime.version())
          .containsPattern("evidence yes +[0-9.]+ [GT]iB of disk are free")
          .containsPattern("embedded yes +can be started")
          .contains("--environment NAME|FILE", "no drill in", "was left unfinished");
      assertThat(folder).isEmptyDirectory();
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }

    @Test
    void saysThatEvidenceCannotBeWritten() {
      var file = RealEnds.write(folder.resolve("taken"), "");

      var said = Said.by("doctor", "--evidence", file);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).containsPattern("evidence no .*taken is a file");
    }
  }

  @Nested
  class AtEnds {

    @Test
    void saysWhetherEachCanBeReachedReadAndWritten() {
      var before = Traces.now(temporary);

      var said = doctor(RealEnds.file(folder));

      assertThat(said.exit()).as(said.out()).isZero();
      assertThat(said.out())
          .contains("environment 'two servers'")
          .contains("aws (emulated, " + RealEnds.endpoint(RealEnds.source()))
          .containsPattern("reach +yes .*buckets seen")
          .containsPattern("clock +yes ")
          .containsPattern("read +yes .*can be listed")
          .containsPattern("write +(yes|unknown) ");
      assertThat(said.out() + said.err()).doesNotContain(RealEnds.variables().get("DST_SECRET"));
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithAnEndThatIsDead() throws IOException {
      int port;
      try (var socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }

      var said =
          doctor(RealEnds.file(folder, Map.of("endpoint", "http://127.0.0.1:" + port), Map.of()));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out())
          .containsPattern("reach +no +nobody answers there")
          .as("and looks at the other end all the same")
          .containsPattern("reach +yes ");
    }

    @Test
    void saysWhatIsWrongWithAnEndpointThatSpeaksSomethingElse() throws IOException {
      try (var server = CannedServer.withClockOffBy(Duration.ofHours(1))) {
        var said = doctor(RealEnds.file(
            folder, Map.of(), Map.of("endpoint", "http://127.0.0.1:" + server.port())));

        assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).containsPattern("clock +no +its clock is (59|60) min ahead of ours");
      }
    }

    @Test
    void saysThatCredentialsAreRefused() {
      var said = doctor(RealEnds.file(folder, Map.of(), Map.of("secret-key", "env:SRC_SECRET")));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).containsPattern("reach +no +the credentials were refused");
    }

    @Test
    void startsTheEmbeddedOnesAndStopsThemAgain() {
      var before = Traces.now(temporary);

      var said =
          Said.by("doctor", "--environment", "embedded", "--evidence", folder.resolve("drills"));

      assertThat(said.exit()).as(said.out() + said.err()).isZero();
      assertThat(said.out())
          .contains("environment 'embedded'", "aws (emulated", "europe (emulated")
          .containsPattern("read +unknown +there is no bucket");
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }
  }

  @Test
  void listsWhatAnUnfinishedDrillLeftAndHowToClearIt() throws IOException {
    var dead = Files.createDirectories(folder.resolve("drills/photos/2026-01-01T00-00-00Z"));
    RealEnds.write(dead.resolve("INCOMPLETE"), "");
    var created = new Created("europe", "bucket photos-drill-1", "aws s3 rb --force s3://x");
    RealEnds.write(
        dead.resolve("created.jsonl"),
        "{\"end\":\"%s\",\"what\":\"%s\",\"wayOut\":\"%s\"}\n"
            .formatted(created.end(), created.what(), created.wayOut()));

    var said = Said.by("doctor", "--evidence", folder.resolve("drills"));

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains(
            "2026-01-01T00-00-00Z: has not ended",
            "at europe: bucket photos-drill-1",
            "to remove: aws s3 rb --force s3://x")
        .doesNotContain("was left unfinished");
  }
}
