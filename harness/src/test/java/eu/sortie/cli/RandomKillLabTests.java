package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.sortie.containers.LabServers;
import eu.sortie.containers.LabServers.Which;
import eu.sortie.drill.Interruption;
import eu.sortie.drill.Outcome;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A drill over versions, delete markers and uploads in parts is killed at a moment nobody chose, gone on with, killed again and gone on
 * with, and finds what a drill finds that nobody disturbs.
 */
@NeedsLab(
    because =
        "versions and uploads in parts as real servers keep them are what a kill leaves half done")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class RandomKillLabTests {

  private static final int KILLS = Integer.getInteger("sortie.kills", 20);
  private static final int PART = 5 * 1024 * 1024;

  /** Those that take long, more often. */
  private static final List<Stage> STAGES = List.of(
      Stage.SURVEY,
      Stage.EXPORT,
      Stage.EXPORT,
      Stage.EXPORT,
      Stage.EXPORT,
      Stage.RESTORE,
      Stage.RESURVEY,
      Stage.RESURVEY,
      Stage.CLEAR);

  @TempDir
  static Path folder;

  @TempDir
  static Path temporary;

  private LabServers.Running source;
  private LabServers.Running destination;
  private Path ends;
  private Path scenario;
  private Outcome expected;
  private final List<Interruption> deaths = new ArrayList<>();

  @BeforeAll
  void findWhatNobodyDisturbs() throws Exception {
    source = LabServers.start(Which.MINIO);
    destination = LabServers.start(Which.MINIO);
    try (var client = RealEnds.client(source.end())) {
      fill(client);
    }
    ends = ends();
    scenario = RealEnds.write(folder.resolve("estate.yaml"), """
        scenario: Estate leaves
        from: aws
        to: europe
        export:
          objects: {bucket: estate}
        expect:
          - every item keeps: [content, content-type, user-metadata, tags]
        allow:
          - loss of: version-time
            because: the destination dates each version anew
        """);
    var apart = folder.resolve("undisturbed");
    try (var drill = start(apart)) {
      var said = drill.end();
      assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
    expected = OutcomeFile.read(evidence(apart));
  }

  @AfterAll
  void end() {
    Stream.of(source, destination).forEach(LabServers.Running::close);
    assertThat(deaths).as("kills that hit a drill at work").hasSizeGreaterThan(KILLS / 4);
  }

  private static void fill(S3Client client) {
    client.createBucket(create -> create.bucket("estate"));
    for (int i = 0; i < 60; i++) {
      put(client, "before/%03d".formatted(i), "written before there were versions " + i);
    }
    client.putBucketVersioning(put -> put.bucket("estate")
        .versioningConfiguration(some -> some.status(BucketVersioningStatus.ENABLED)));
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 60; i++) {
        put(client, "after/%03d".formatted(i), "version %d of %d".formatted(round, i));
        if (i % 4 == 0) {
          put(client, "before/%03d".formatted(i), "version %d of %d".formatted(round, i));
        }
        if (i % 7 == 0) {
          var key = "after/%03d".formatted(i);
          client.deleteObject(delete -> delete.bucket("estate").key(key));
        }
      }
    }
    for (int i = 0; i < 10; i++) {
      inParts(client, "parts/%02d".formatted(i), new Random(i));
    }
  }

  private static void put(S3Client client, String key, String content) {
    client.putObject(
        put -> put.bucket("estate")
            .key(key)
            .contentType("text/plain")
            .tagging("of=" + key.length())
            .metadata(Map.of("key", key)),
        RequestBody.fromString(content));
  }

  private static void inParts(S3Client client, String key, Random random) {
    var upload =
        client.createMultipartUpload(create -> create.bucket("estate").key(key)).uploadId();
    var parts = IntStream.rangeClosed(1, 3)
        .mapToObj(number -> part(client, key, upload, number, random))
        .toList();
    client.completeMultipartUpload(complete -> complete
        .bucket("estate")
        .key(key)
        .uploadId(upload)
        .multipartUpload(some -> some.parts(parts)));
  }

  private static CompletedPart part(
      S3Client client, String key, String upload, int number, Random random) {
    var bytes = new byte[PART];
    random.nextBytes(bytes);
    var tag = client
        .uploadPart(
            send -> send.bucket("estate").key(key).uploadId(upload).partNumber(number),
            RequestBody.fromBytes(bytes))
        .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  private Path ends() {
    RealEnds.write(folder.resolve("KEY"), setting(source.end(), "access-key"));
    RealEnds.write(folder.resolve("SECRET"), setting(source.end(), "secret-key"));
    return RealEnds.write(folder.resolve("ends.yaml"), """
        environment: two servers
        ends:
          aws:
            live: false
            s3: {endpoint: %s, region: us-east-1, path-style: true, access-key: file:KEY, secret-key: file:SECRET}
          europe:
            live: false
            s3: {endpoint: %s, region: us-east-1, path-style: true, access-key: file:KEY, secret-key: file:SECRET}
        """.formatted(
            setting(source.end(), "endpoint"), setting(destination.end(), "endpoint")));
  }

  private static String setting(End end, String key) {
    return end.settings().get(key).value();
  }

  private SortieProcess start(Path drills) throws IOException {
    return SortieProcess.start(
        temporary, "drill", "--environment", ends, "--evidence", drills, scenario);
  }

  private SortieProcess goOn(Path dead) throws IOException {
    return SortieProcess.start(temporary, "drill", "--environment", ends, "--resume", dead);
  }

  private static Path evidence(Path drills) throws IOException {
    try (var folders = Files.list(drills.resolve("estate-leaves"))) {
      return folders.findFirst().orElseThrow();
    }
  }

  private static Stream<Long> seeds() {
    long first = Long.getLong("sortie.seed", System.nanoTime());
    return Stream.iterate(first, seed -> seed + 1).limit(KILLS / 2);
  }

  /** Waits for a stage by chance, and in it for a moment by chance; says whether the drill was killed before it ended. */
  private boolean kill(SortieProcess drill, Path drills, Random random) throws Exception {
    var stage = STAGES.get(random.nextInt(STAGES.size()));
    var mark = "\"stage\":\"%s\"".formatted(stage.name().toLowerCase(Locale.ROOT));
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> !drill.handle().isAlive() || journal(drills).contains(mark));
    long moment = random.nextLong(1 + expected.timings().of(stage).toMillis());
    if (endsWithin(drill, moment)) {
      return false;
    }
    drill.kill();
    return true;
  }

  private static String journal(Path drills) throws IOException {
    return Files.isDirectory(drills.resolve("estate-leaves"))
            && Files.exists(evidence(drills).resolve("journal.jsonl"))
        ? Files.readString(evidence(drills).resolve("journal.jsonl"))
        : "";
  }

  private static boolean endsWithin(SortieProcess drill, long millis) throws Exception {
    try {
      drill.handle().onExit().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillRuns) {
      return false;
    }
  }

  /** Their samples name times, which are others each time. */
  private static List<String> counted(Outcome outcome) {
    return outcome.losses().stream()
        .map(group -> "%d × %s %s by %s"
            .formatted(group.losses(), group.trait(), group.change(), group.cause()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatADrillFindsThatNobodyDisturbs(long seed) throws Exception {
    var random = new Random(seed);
    var drills = folder.resolve("drills-" + seed);
    try (var drill = start(drills)) {
      kill(drill, drills, random);
    }
    var evidence = evidence(drills);
    if (Files.exists(evidence.resolve("INCOMPLETE"))) {
      try (var drill = goOn(evidence)) {
        kill(drill, drills, random);
      }
    }
    if (Files.exists(evidence.resolve("INCOMPLETE"))) {
      try (var drill = goOn(evidence)) {
        var said = drill.end();
        assertThat(said.exit())
            .as("seed %d: %s%s", seed, said.out(), said.err())
            .isZero();
      }
    }

    var outcome = OutcomeFile.read(evidence);
    var seeded = "seed %d: %s".formatted(seed, outcome.interruptions());
    deaths.addAll(outcome.interruptions());
    assertThat(outcome.verdict()).as(seeded).isEqualTo(expected.verdict());
    assertThat(outcome.fidelity()).as(seeded).isEqualTo(expected.fidelity());
    assertThat(counted(outcome)).as(seeded).isEqualTo(counted(expected));
    assertThat(outcome.reckoning()).as(seeded).isEqualTo(expected.reckoning());
    assertThat(outcome.references()).as(seeded).isEqualTo(expected.references());
    assertThat(outcome.ends().get(1).libraries())
        .as(seeded)
        .isEqualTo(expected.ends().get(1).libraries());
    assertThat(outcome.leftovers()).as(seeded).isEmpty();
    assertThat(outcome.changes().all()).as(seeded).isZero();
    assertThat(RealEnds.buckets(destination.end())).as(seeded).isEqualTo(List.of());
  }
}
