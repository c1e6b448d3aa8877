package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** Whatever is wrong before a drill begins: one clear message, exit code 3, and nothing was created anywhere. */
class BadInputTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private Path drills;
  private TemporaryFiles temporaryFiles;
  private Traces before;

  @BeforeEach
  void lookAround() {
    drills = folder.resolve("drills");
    temporaryFiles = TemporaryFiles.into(temporary);
    before = Traces.now(temporary);
  }

  @AfterEach
  void nothingWasCreated() {
    temporaryFiles.close();
    assertThat(Traces.now(temporary)).isEqualTo(before);
    assertThat(drills).doesNotExist();
  }

  /** Drills the tiny scenario, refuses to be content with anything but a refusal, and gives its message. */
  private String refusal(Path ends, Path scenario) {
    return refusal(RealEnds.variables(), "--environment", ends, "--evidence", drills, scenario);
  }

  private static String refusal(Map<String, String> variables, Object... arguments) {
    var words = new Object[arguments.length + 1];
    words[0] = "drill";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    var said = Said.with(variables, words);
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).doesNotContain("\tat ", "Exception in", "Caused by");
    assertThat(said.complaint().lines()).as(said.err()).hasSize(1);
    return said.complaint();
  }

  private Path scenario(String text) {
    return RealEnds.write(folder.resolve("wrong.yaml"), text);
  }

  private Path ends(Map<String, String> source, Map<String, String> destination) {
    return RealEnds.file(folder, source, destination);
  }

  @Nested
  class InAScenario {

    private String refusalOf(String text) {
      return refusal(RealEnds.file(folder), scenario(text));
    }

    @Test
    void anUnknownKeyBringsTheNearestKnownOne() {
      assertThat(refusalOf(Samples.TINY.replace("expect:", "expct:")))
          .contains("wrong.yaml:6", "'expct' is not a key", "did you mean 'expect'");
    }

    @Test
    void aGateNeedsAUnit() {
      assertThat(refusalOf(Samples.TINY.replace("10 min", "10")))
          .contains("wrong.yaml:8", "'10'", "unit", "30 min");
    }

    @Test
    void anAllowanceNeedsABecause() {
      assertThat(refusalOf(Samples.TINY + "allow:\n  - loss of: tags\n"))
          .contains("wrong.yaml:10", "because");
    }

    @Test
    void theDestinationIsNotTheSource() {
      assertThat(refusalOf(Samples.TINY.replace("to: europe", "to: aws")))
          .contains("wrong.yaml:3", "another end");
    }

    @Test
    void theBucketIsThere() {
      assertThat(refusalOf(Samples.TINY.replace("bucket: tiny", "bucket: nobody")))
          .contains(
              "end 'aws' (http://127.0.0.1:", "there is no bucket 'nobody'", "check the name");
    }

    @Test
    void theEndsAreThere() {
      assertThat(refusalOf(Samples.TINY.replace("to: europe", "to: asia")))
          .contains("'two servers' has no end 'asia'", "it has aws, europe");
    }

    @Test
    void theDestinationBucketIsNewOrEmpty() {
      try (var client = RealEnds.client(RealEnds.destination())) {
        client.createBucket(bucket -> bucket.bucket("full"));
        client.putObject(put -> put.bucket("full").key("mine"), RequestBody.fromString("precious"));
        before = Traces.now(temporary);

        assertThat(refusalOf(Samples.TINY.replace("{bucket: tiny}", "{bucket: tiny, into: full}")))
            .contains("end 'europe'", "bucket 'full' is there already and not empty", "into");
        assertThat(
                client.getObjectAsBytes(get -> get.bucket("full").key("mine")).asUtf8String())
            .isEqualTo("precious");
      } finally {
        RealEnds.removeBuckets(RealEnds.destination(), "full");
        before = Traces.now(temporary);
      }
    }
  }

  @Nested
  class InAnEnvironment {

    private String refusalOf(Map<String, String> source, Map<String, String> destination) {
      return refusal(ends(source, destination), Samples.tiny(folder));
    }

    @Test
    void aSecretDoesNotStandInClear() {
      assertThat(refusalOf(Map.of("secret-key", "hush"), Map.of()))
          .contains("ends.yaml:5", "secret-key", "in clear", "env:NAME")
          .doesNotContain("hush");
    }

    @Test
    void aVariableIsSet() {
      assertThat(refusalOf(Map.of("secret-key", "env:NOT_THERE"), Map.of()))
          .contains("ends.yaml:5", "NOT_THERE is not set");
    }

    @Test
    void theCredentialsAreRight() {
      var variables = new HashMap<>(RealEnds.variables());
      variables.put("DST_SECRET", "wrong");

      assertThat(refusal(
              variables,
              "--environment",
              RealEnds.file(folder),
              "--evidence",
              drills,
              Samples.tiny(folder)))
          .contains("end 'europe'", "the credentials were refused", "check access-key, secret-key")
          .doesNotContain("wrong");
    }

    @Test
    void theCredentialsOfTheSourceAreRightToo() {
      var signed = RealEnds.endpoint(RealEnds.destination());
      var ends = ends(
          Map.of("endpoint", signed, "access-key", "env:DST_KEY"),
          Map.of("endpoint", RealEnds.endpoint(RealEnds.source())));

      assertThat(refusal(ends, Samples.tiny(folder)))
          .contains("end 'aws'", "the credentials were refused", "SignatureDoesNotMatch");
    }

    @Test
    void somebodyAnswers() throws IOException {
      assertThat(refusalOf(Map.of("endpoint", "http://127.0.0.1:" + closedPort()), Map.of()))
          .contains("end 'aws'", "nobody answers there", "check the endpoint");
    }

    @Test
    void theHostIsKnown() {
      assertThat(refusalOf(Map.of("endpoint", "http://no-such-host.invalid"), Map.of()))
          .contains("end 'aws'", "no such host", "spelling");
    }

    @Test
    void theEndpointIsAnAddress() {
      assertThat(refusalOf(Map.of("endpoint", "ftp://somewhere"), Map.of()))
          .contains("ends.yaml:5", "'ftp://somewhere' is no address", "https://");
    }

    @Test
    void bothEndsAreNotOne() {
      var same = RealEnds.endpoint(RealEnds.destination());

      assertThat(refusalOf(Map.of("endpoint", same), Map.of("endpoint", same + "/")))
          .contains("'aws' and 'europe' are the same place", same);
    }

    @Test
    void aSettingOfTheAdapterIsKnown() {
      assertThat(refusalOf(Map.of("regoin", "gra"), Map.of())).contains("ends.yaml:5", "regoin");
    }

    private static int closedPort() throws IOException {
      try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }
  }

  @Nested
  class InTls {

    @Test
    void bothSidesSpeakIt() {
      var plain = RealEnds.endpoint(RealEnds.source()).replace("http:", "https:");

      assertThat(refusal(ends(Map.of("endpoint", plain), Map.of()), Samples.tiny(folder)))
          .contains("end 'aws'", "TLS failed", "check that the endpoint speaks https");
    }

    @Test
    void theCertificateIsTrusted() throws Exception {
      try (var server = CannedServer.selfSigned(folder)) {
        var endpoint = "https://127.0.0.1:" + server.port();

        assertThat(refusal(ends(Map.of("endpoint", endpoint), Map.of()), Samples.tiny(folder)))
            .contains("end 'aws'", "TLS failed", "authority this JVM trusts");
      }
    }
  }

  @Nested
  class InAClock {

    @ParameterizedTest
    @CsvSource({"60, ahead of", "-60, behind"})
    void theTwoAreNotAnHourApart(int minutes, String side) throws IOException {
      try (var server = CannedServer.withClockOffBy(Duration.ofMinutes(minutes))) {
        var ends = ends(Map.of("endpoint", "http://127.0.0.1:" + server.port()), Map.of());

        assertThat(refusal(ends, Samples.tiny(folder)))
            .contains("end 'aws'", "its clock is ")
            .containsPattern("(59|60) min " + side)
            .contains("15 min", "NTP");
      }
    }

    @Test
    void theEndTakesOurTime() throws IOException {
      try (var server = CannedServer.refusingOurClock()) {
        var ends = ends(Map.of(), Map.of("endpoint", "http://127.0.0.1:" + server.port()));

        assertThat(refusal(ends, Samples.tiny(folder)))
            .contains("end 'europe'", "its clock is ", "S3 allows 15 min", "NTP");
      }
    }
  }

  @Nested
  class OnTheCommandLine {

    @Test
    void theScenarioIsThere() {
      assertThat(refusal(Map.of(), "--evidence", drills, "photos-leve-s3"))
          .contains("there is no scenario 'photos-leve-s3'", "sample-leaves-s3", "or a file");
    }

    @Test
    void theEnvironmentIsThere() {
      assertThat(refusal(
              Map.of(), "--environment", "embeded", "--evidence", drills, "sample-leaves-s3"))
          .contains("there is no environment 'embeded'", "embedded", "or a file");
    }

    @Test
    void theEstateIsAFolder() {
      var file = Samples.tiny(folder);

      assertThat(refusal(Map.of(), "--estate", file, "--evidence", drills, file))
          .contains("--estate: expected a folder", "saw a file", file.toString());
      assertThat(
              refusal(Map.of(), "--estate", folder.resolve("nowhere"), "--evidence", drills, file))
          .contains("saw nothing");
    }

    @Test
    void anEstateIsOfUse() {
      assertThat(refusal(Map.of(), "--estate", folder, "--evidence", drills, "sample-leaves-s3"))
          .contains("--estate", "its own");
    }

    @Test
    void anEstateIsNeverPlantedAtALiveEnd() throws IOException {
      var ends = RealEnds.file(folder);
      Files.writeString(ends, Files.readString(ends).replace("live: false", "live: true"));

      assertThat(refusal(
              RealEnds.variables(),
              "--environment",
              ends,
              "--estate",
              folder,
              "--evidence",
              drills,
              Samples.tiny(folder)))
          .contains("--estate: end 'aws' is live", "live: false");
    }

    @Test
    void aScenarioOfOnesOwnNeedsSomethingThatLeaves() {
      assertThat(refusal(Map.of(), "--evidence", drills, Samples.tiny(folder)))
          .contains("'Tiny leaves S3'", "is empty when it starts", "--estate", "--environment");
    }

    @Test
    void resourcesNeedEndsThatHoldSomeForNoFolderCouldFillThem() throws IOException {
      var shop = RealEnds.write(folder.resolve("shop.yaml"), """
          scenario: Shop leaves
          from: aws
          to: europe
          export:
            resources: {namespace: shop}
          expect:
            - every item keeps: [spec]
          """);
      assertThat(refusal(Map.of(), "--evidence", drills, shop))
          .contains("'Shop leaves'", "is empty when it starts", "--environment")
          .doesNotContain("--estate");
    }

    @Test
    void theEvidenceFolderIsNoFile() {
      var file = RealEnds.write(folder.resolve("taken"), "");

      assertThat(refusal(
              RealEnds.variables(),
              "--environment",
              RealEnds.file(folder),
              "--evidence",
              file,
              Samples.tiny(folder)))
          .contains("evidence: expected a folder", "taken is a file", "another folder");
      assertThat(file).isEmptyFile();
    }

    @Test
    void theDiskIsNotFull() {
      assertThat(refusal(
              RealEnds.variables(),
              "--environment",
              RealEnds.file(folder),
              "--evidence",
              Path.of("/proc/drills"),
              Samples.tiny(folder)))
          .as("a disk without any room")
          .contains("evidence: expected at least 64.0 MiB of free disk, saw 0 B", "Free some");
    }
  }
}
