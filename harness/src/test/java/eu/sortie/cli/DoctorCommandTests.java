package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Created;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyStore;
import eu.sortie.testbed.TinyStore.Refusals;
import eu.sortie.yaml.EnvironmentFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          .containsPattern("evidence +yes +[0-9.]+ [GT]iB of disk are free")
          .containsPattern("embedded +yes +can be started")
          .contains("--environment NAME|FILE", "no drill in", "was left unfinished");
      assertThat(folder).isEmptyDirectory();
      assertThat(Traces.now(temporary)).isEqualTo(before);
    }

    @Test
    void saysThatEvidenceCannotBeWritten() {
      var file = RealEnds.write(folder.resolve("taken"), "");

      var said = Said.by("doctor", "--evidence", file);

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).containsPattern("evidence +no .*taken is a file");
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

  @Nested
  class HowClientsHaveToBeSet {

    private static final Map<String, String> KEYS = Map.of("KEY", "AK", "SECRET", "SK");

    private Path ends(TinyStore store) {
      return RealEnds.write(folder.resolve("ends.yaml"), """
          environment: one server
          ends:
            europe:
              live: false
              s3: {endpoint: '%s', access-key: env:KEY, secret-key: env:SECRET}
          """.formatted(store.endpoint()));
    }

    private Said tuned(TinyStore store, String... more) {
      return Said.with(
          KEYS,
          Stream.concat(
                  Stream.of(
                      "doctor",
                      "--evidence",
                      folder.resolve("drills"),
                      "--environment",
                      ends(store)),
                  Stream.of(more))
              .toArray());
    }

    /** An end that wants a Content-MD5 with every page of deletes. */
    private static TinyStore demandingMd5() {
      return new TinyStore(
          request ->
              request.method().equals("POST") && !request.headers().containsKey("Content-MD5")
                  ? Optional.of(TinyServer.Answer.error(400, "MissingContentMD5"))
                  : Optional.empty(),
          false);
    }

    @Test
    void saysWhatOnlyWritesCouldTellAndWritesNothing() {
      try (var store = demandingMd5()) {
        var said = tuned(store);

        assertThat(said.out())
            .containsPattern("region +yes +it takes 'us-east-1', and any other")
            .containsPattern("path +yes ")
            .containsPattern("host +no +the endpoint is a number")
            .containsPattern("writes +unknown +not tried.*--try-writes europe");
        assertThat(store.seen())
            .isNotEmpty()
            .extracting(TinyServer.Seen::method)
            .isSubsetOf("GET", "HEAD");
      }
    }

    @Test
    void triesWritesWhereItMayAndGivesAFileThatSaysWhatWorked() {
      try (var store = demandingMd5()) {
        var said = tuned(store, "--try-writes", "europe");

        assertThat(said.exit()).as(said.out() + said.err()).isZero();
        assertThat(said.out())
            .containsPattern("writes +tried +a few small objects go into buckets of their own")
            .containsPattern(
                "creates +bucket sortie-doctor-[0-9a-f]{8}; should this be cut short: aws")
            .containsPattern("page +no +a page of deletes with a CRC32 is refused: 400 Missing")
            .containsPattern("page-md5 +yes ")
            .contains("what worked, as an environment file")
            .doesNotContain("SK");
        assertThat(store.buckets()).isEmpty();

        var file = RealEnds.write(folder.resolve("tuned.yaml"), shown(said));
        assertThat(file).content().contains("env:SECRET");
        assertThat(EnvironmentFile.read(file, KEYS::get).end("europe").settings())
            .hasEntrySatisfying(
                "checksums", set -> assertThat(set.value()).isEqualTo("content-md5"))
            .hasEntrySatisfying("deletes", set -> assertThat(set.value()).isEqualTo("by-page"));
      }
    }

    private static String shown(Said said) {
      return said.out()
          .lines()
          .dropWhile(line -> !line.startsWith("what worked"))
          .skip(1)
          .takeWhile(line -> line.startsWith("    "))
          .map(line -> line.substring(4))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void isNotWellWhereNothingThatWasTriedWorks() {
      Refusals full = request -> request.method().equals("PUT") && request.bodyBytes() > 1000
          ? Optional.of(TinyServer.Answer.error(403, "QuotaExceeded"))
          : Optional.empty();
      try (var store = new TinyStore(full, false)) {
        var said = tuned(store, "--try-writes", "europe");

        assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.out()).contains("403 QuotaExceeded").doesNotContain("what worked");
      }
    }

    @Test
    void refusesToWriteAtAnEndThatIsNotThere() {
      try (var store = demandingMd5()) {
        var said = tuned(store, "--try-writes", "asia");

        assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(said.complaint())
            .contains("--try-writes asia: environment 'one server' has no such end; it has europe");
        assertThat(store.seen()).isEmpty();
      }
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
