package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import eu.sortie.testbed.TinyStore;
import eu.sortie.yaml.PriceBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** An end that answers all items alike says nothing of any: whoever asks on would count losses that are none. */
@Timeout(180)
class StormTests {

  private static final int OBJECTS = 60;

  @TempDir
  private Path folder;

  private final AtomicInteger written = new AtomicInteger();
  private final TinyStore source = new TinyStore(request -> Optional.empty(), false);

  private RecordingChronicle chronicle;

  @BeforeEach
  void plant() {
    chronicle = new RecordingChronicle(folder);
    var hand = new ThirdHand(source.end("aws"));
    hand.createBucket("storm");
    for (int i = 0; i < OBJECTS; i++) {
      hand.put("storm", "object-%02d".formatted(i), Sample.bytes("object"), Map.of());
    }
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static boolean writesAnObject(Seen request) {
    return request.method().equals("PUT") && request.target().contains("/object-");
  }

  private Outcome drillTo(TinyStore destination) {
    return drill(source.end("aws"), destination.end("europe"), Limits.USUAL);
  }

  private Outcome drill(End from, End to, Limits limits) {
    var ends = Environment.of("storm", List.of(from, to), Map.of());
    var setup = DrillSetup.at(
            new DrillSetup.Place.There(ends), PriceBook::load, (id, scenario) -> chronicle)
        .within(limits);
    return Drill.of(setup)
        .run(scenario("Samples leave")
            .from("aws")
            .to("europe")
            .export(objects("storm"))
            .expect(keepsContent()));
  }

  private Outcome drillThrough(Answer answer) {
    // The first ten are taken: it is not that nothing ever worked.
    var refusals =
        (TinyStore.Refusals) request -> writesAnObject(request) && written.incrementAndGet() > 10
            ? Optional.of(answer)
            : Optional.empty();
    try (var destination = new TinyStore(refusals, false)) {
      return drillTo(destination);
    }
  }

  @Test
  void anEndThatIsTooBusyForAllOfThemLeavesTheDrillInconclusive() {
    var outcome = drillThrough(Answer.error(503, "SlowDown").with("Retry-After", "0"));

    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            why -> assertThat(why.toString()).contains("at the destination", "503 SlowDown"));
    assertThat(written).hasValueLessThan(4 * OBJECTS);
  }

  @Test
  void credentialsThatExpireOnTheWayLeaveTheDrillInconclusiveAndNoItemIsLost() {
    var outcome = drillThrough(Answer.error(400, "ExpiredToken"));

    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            why ->
                assertThat(why.toString()).contains("400 ExpiredToken", "renew the credentials"));
    assertThat(written).hasValueLessThan(10 + 2 * OBJECTS / 3);
  }

  @Test
  void anEndThatFailsAtAllOfThemFromSomeItemOnLeavesTheDrillInconclusive() {
    var outcome = drillThrough(Answer.error(500, "InternalError"));

    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            why -> assertThat(why.toString())
                .contains("items in a row failed at the destination", "500 InternalError"));
  }

  @Test
  void oneObjectAtWhichAnEndAlwaysFailsIsNamedAndTheOthersArrive() {
    TinyStore.Refusals refusals =
        request -> request.method().equals("PUT") && request.target().contains("/object-07")
            ? Optional.of(Answer.error(500, "InternalError"))
            : Optional.empty();
    try (var destination = new TinyStore(refusals, false)) {
      var outcome = drillTo(destination);

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
      assertThat(outcome.fidelity().missing()).isEqualTo(1);
      assertThat(outcome.losses().toString()).contains("500 InternalError");
    }
  }

  @Test
  void aDestinationThatFailsWhileItIsReadBackLeavesTheDrillInconclusive() {
    TinyStore.Refusals refusals =
        request -> request.method().equals("GET") && request.target().contains("/object-")
            ? Optional.of(Answer.error(500, "InternalError"))
            : Optional.empty();
    try (var destination = new TinyStore(refusals, false)) {
      assertThat(drillTo(destination).verdict())
          .isInstanceOfSatisfying(
              Verdict.Inconclusive.class,
              why -> assertThat(why.toString())
                  .contains("items in a row failed at the destination", "500 InternalError"));
    }
  }

  /** As the SDK's chain finds them in a profile, and again when the file changes. */
  private static End lookedUp(End end, String profile) {
    return End.of(
        end.name(),
        false,
        "s3",
        Map.of("endpoint", end.settings().get("endpoint").value(), "profile", profile),
        Capabilities.UNSTATED);
  }

  private Path credentials(String key) {
    try {
      var file = folder.resolve("credentials");
      Files.writeString(
          file, "[storm]\naws_access_key_id = %s\naws_secret_access_key = hush\n".formatted(key));
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<Answer> expiredAfter(int writes, AtomicInteger written, Seen request) {
    var old = request.headers().getOrDefault("Authorization", "").contains("Credential=OLD/");
    return writesAnObject(request) && old && written.incrementAndGet() > writes
        ? Optional.of(Answer.error(400, "ExpiredToken"))
        : Optional.empty();
  }

  @Test
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void credentialsThatSomebodyRenewsInTheirFileAreTakenUpAndTheDrillGoesOnWhereItStood()
      throws Exception {
    System.setProperty("aws.sharedCredentialsFile", credentials("OLD").toString());
    try (var destination = new TinyStore(request -> expiredAfter(10, written, request), false)) {
      var to = lookedUp(destination.end("europe"), "storm");
      var limits = new Limits(Optional.empty(), Duration.ofMinutes(2), Duration.ofMillis(300));
      var running = Executors.newSingleThreadExecutor();
      var outcome = running.submit(() -> drill(source.end("aws"), to, limits));
      await().until(() -> written.get() > 12);
      // Files tell their age in seconds on some disks, and the SDK looks once a second.
      await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(10)).until(() -> true);
      credentials("NEW");
      running.shutdown();

      var seen = outcome.get(100, TimeUnit.SECONDS);
      // This store shows no tags, and what cannot be seen is not passed; but every item came.
      assertThat(seen.verdict().toString()).contains("tags could not be seen on 60 of 60 items");
      assertThat(seen.fidelity().missing()).isZero();
      assertThat(chronicle.words().toString())
          .containsOnlyOnce("the credentials of the destination expired: 400 ExpiredToken")
          .containsOnlyOnce("the credentials work again");
      assertThat(seen.notCovered().toString()).contains("EXPORT stood still for");
    } finally {
      System.clearProperty("aws.sharedCredentialsFile");
    }
  }

  @Test
  void aDrillWhoseDeadlineIsOverStopsClearsAndIsInconclusive() {
    try (var destination = new TinyStore(
        request -> {
          if (writesAnObject(request)) {
            LockSupport.parkNanos(100_000_000);
          }
          return Optional.empty();
        },
        false)) {
      var limits = Limits.USUAL.by(Duration.ofSeconds(2));
      var outcome = drill(source.end("aws"), destination.end("europe"), limits);

      assertThat(outcome.verdict())
          .isInstanceOfSatisfying(
              Verdict.Inconclusive.class,
              why -> assertThat(why.toString()).contains("its deadline of 2 s was over"));
      assertThat(destination.buckets()).isEmpty();
    }
  }

  @Test
  void anEndWhoseNameLeadsNowhereIsToldBeforeAnythingMoves() {
    var nowhere = End.of(
        "europe",
        false,
        "s3",
        Map.of("endpoint", "http://no-such-host.invalid", "access-key", "AK", "secret-key", "SK"),
        Capabilities.UNSTATED);

    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> drill(source.end("aws"), nowhere, Limits.USUAL))
        .withMessageContaining("end 'europe' (http://no-such-host.invalid)")
        .withMessageContaining("no such host; check the endpoint's spelling");
  }
}
