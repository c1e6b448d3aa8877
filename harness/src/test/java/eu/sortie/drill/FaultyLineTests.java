package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.containers.FaultyLine;
import eu.sortie.junit.NeedsFaultyLine;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Setting;
import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsFaultyLine(because = "a line breaks between two programs, not inside one")
@NeedsLab(because = "a line breaks off between two programs, not inside one")
@Timeout(180)
class FaultyLineTests {

  private static final AtomicInteger BUCKETS = new AtomicInteger();
  private static final int MIB = 1024 * 1024;

  @TempDir
  private Path folder;

  private final String bucket = "faulty-" + BUCKETS.incrementAndGet();

  private void plant(End source, Map<String, byte[]> objects) {
    var hand = new ThirdHand(source);
    hand.createBucket(bucket);
    objects.forEach((key, bytes) -> hand.put(bucket, key, bytes, Map.of()));
  }

  private Outcome drill(End source, End destination, FaultyLine line, Stage at, Runnable fault) {
    var ends = line.over(Environment.of(
        "faulty",
        List.of(Sample.named("aws", source), Sample.named("europe", destination)),
        Map.of()));
    var setup = DrillSetup.at(
            new DrillSetup.Place.There(ends),
            PriceBook::load,
            (id, scenario) -> new RecordingChronicle(folder))
        .with(Progress.at(at, fault));
    return Drill.of(setup)
        .run(scenario("Samples leave")
            .from("aws")
            .to("europe")
            .export(objects(bucket))
            .expect(keepsContent()));
  }

  @Test
  void anUploadThatAlwaysBreaksOffIsALossByNameAndTheRestArrives(Lab lab) {
    plant(lab.moto(), Map.of("large.bin", new byte[3 * MIB], "small.txt", Sample.bytes("small")));
    try (var line = FaultyLine.to("europe")) {
      var outcome = drill(lab.moto(), lab.minio(), line, Stage.EXPORT, () -> line.breakAfter(MIB));

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
      assertThat(outcome.fidelity().missing()).isEqualTo(1);
      assertThat(outcome.losses().toString()).contains("large.bin").doesNotContain("small.txt");
    }
  }

  @Test
  void aLineThatDiesLeavesTheDrillInconclusiveAndNotFailed(Lab lab) {
    plant(lab.moto(), Map.of("small.txt", Sample.bytes("small")));
    try (var line = FaultyLine.to("europe")) {
      var outcome = drill(lab.moto(), lab.versitygw(), line, Stage.RESURVEY, line::cut);

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }
  }

  @Test
  void aSlowAndNarrowLineLosesNothing(Lab lab) {
    plant(lab.moto(), Map.of("large.bin", new byte[MIB], "small.txt", Sample.bytes("small")));
    try (var line = FaultyLine.to("europe")) {
      var outcome = drill(lab.moto(), lab.minio(), line, Stage.EXPORT, () -> {
        line.delay(Duration.ofMillis(100));
        line.narrow(2048);
      });

      outcome.mustPass();
      assertThat(outcome.fidelity().items()).isGreaterThanOrEqualTo(2);
    }
  }

  private static End impatient(End end) {
    var settings = new TreeMap<>(end.settings());
    settings.put("silence", Setting.of("2 s"));
    return new End(
        end.name(), end.live(), end.protocol(), settings, end.capabilities(), end.place());
  }

  private Map<String, byte[]> many() {
    var objects = new TreeMap<String, byte[]>();
    for (int i = 0; i < 40; i++) {
      objects.put("object-%02d".formatted(i), Sample.bytes("object " + i));
    }
    return objects;
  }

  private static void isInconclusive(Outcome outcome, String... because) {
    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class, why -> assertThat(why.toString()).contains(because));
    assertThat(outcome.fidelity().missing()).isZero();
  }

  @Test
  void aDestinationThatFallsSilentWhileItIsReadBackIsGivenUpAfterTheSilenceThatIsSet(Lab lab) {
    plant(lab.minio(), many());
    try (var line = FaultyLine.to("europe")) {
      isInconclusive(
          drill(lab.minio(), impatient(lab.versitygw()), line, Stage.RESURVEY, line::fallSilent),
          "RESURVEY could not be finished",
          "europe");
    }
  }

  @Test
  void aSourceThatFallsSilentIsGivenUpAfterTheSilenceThatIsSet(Lab lab) {
    plant(lab.minio(), many());
    try (var line = FaultyLine.to("aws")) {
      isInconclusive(
          drill(impatient(lab.minio()), lab.versitygw(), line, Stage.EXPORT, line::fallSilent),
          "EXPORT could not be finished");
    }
  }

  @Test
  void anObjectWhoseBytesAlwaysBreakOffAtTheSourceIsNamedAndTheOthersArrive(Lab lab) {
    plant(lab.minio(), Map.of("large.bin", new byte[3 * MIB], "small.txt", Sample.bytes("small")));
    try (var line = FaultyLine.to("aws")) {
      var outcome =
          drill(lab.minio(), lab.versitygw(), line, Stage.EXPORT, () -> line.cutShortAfter(MIB));

      assertThat(outcome.verdict()).isNotInstanceOf(Verdict.Passed.class);
      assertThat(outcome.losses().toString()).doesNotContain("small.txt");
      assertThat(outcome.reckoning().notRead()).isEqualTo(1);
    }
  }
}
