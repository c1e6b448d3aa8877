package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.Allowance.lossOfChanges;
import static eu.sortie.scenario.BucketTraits.BUCKET_OWNER;
import static eu.sortie.scenario.BucketTraits.LIFECYCLE;
import static eu.sortie.scenario.BucketTraits.POLICY;
import static eu.sortie.scenario.BucketTraits.REQUEST_PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Changed;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.RefusedException;
import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.yaml.PriceBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket's configuration that is changed while its objects leave. */
class SecondLookTests {

  @TempDir
  Path folder;

  private Rehearsal rehearsal;

  @BeforeEach
  void aBucketWithAPolicy() {
    rehearsal = new Rehearsal(folder, "a", "b");
    var traits = new LinkedHashMap<Trait, Value>();
    BucketTraits.BUCKET.traits().forEach(trait -> traits.put(trait, Value.absent()));
    traits.put(POLICY, Value.entries(Map.of("1", "let Anna read", "2", "let Bert write")));
    rehearsal.source.bucket = new Item(ItemId.of("bucket", "samples"), traits);
  }

  /** The bucket has been read when EXPORT tells how much there is to carry. */
  private void meanwhile(Trait trait, Value value) {
    rehearsal.at(
        Stage.EXPORT, () -> rehearsal.source.bucket = rehearsal.source.bucket.with(trait, value));
  }

  private Outcome run() throws IOException {
    return rehearsal.run(scenario());
  }

  private static Scenario scenario() {
    return scenarioWith(keepsContent());
  }

  @Test
  void whatIsGoneBetweenBeingListedAndReadDoesNotBreakTheDrillOff() throws IOException {
    rehearsal.source.bucketFails = new ChangedException("404 NoSuchBucket", new IOException());

    var outcome = run();

    assertThat(outcome.fidelity().arrived()).isEqualTo(2);
    assertThat(outcome.verdict().toString()).doesNotContain("could not be finished");
    assertThat(outcome.verdict()).isNotInstanceOf(Verdict.Passed.class);
  }

  private void isNoticed(Outcome outcome, String what) {
    assertThat(rehearsal.chronicle.changes)
        .containsExactly(
            new Changed(ItemId.of("bucket", "samples"), Changed.How.OVERWRITTEN, what));
    assertThat(outcome.changes().overwritten()).isEqualTo(1);
    assertThat(outcome.changes().samples()).containsExactly("samples was overwritten: " + what);
    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            unknown -> assertThat(unknown.reason())
                .contains("1 overwritten", "samples was overwritten: " + what));
  }

  @Test
  void passesWhereNobodyChangesIt() throws IOException {
    var outcome = run();

    assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(rehearsal.chronicle.changes).isEmpty();
    assertThat(rehearsal.source.bucketReads).hasValue(2);
    assertThat(rehearsal.source.open).hasValue(0);
  }

  @Test
  void countsTheSecondLookAsSurvey() throws IOException {
    var stages = run().ends().get(0).usage().stages();

    assertThat(stages.get(Stage.SURVEY).get("GetBucketPolicy").requests()).isEqualTo(1);
    assertThat(stages.get(Stage.EXPORT).get("GetBucketPolicy").requests()).isEqualTo(1);
  }

  @Nested
  class IsNoticed {

    @Test
    void whereSomethingIsAdded() throws IOException {
      meanwhile(LIFECYCLE, Value.entries(Map.of("all objects", "expire after 1 day")));

      isNoticed(run(), "lifecycle added: all objects: \"expire after 1 day\"");
    }

    @Test
    void whereOneOfTwoEntriesGoes() throws IOException {
      meanwhile(POLICY, Value.entries(Map.of("1", "let Anna read")));

      isNoticed(run(), "policy lost: 2: \"let Bert write\"");
    }

    @Test
    void whereATextBecomesAnother() throws IOException {
      rehearsal.source.bucket =
          rehearsal.source.bucket.with(REQUEST_PAYMENT, Value.text("Requester"));
      meanwhile(REQUEST_PAYMENT, Value.text("Nobody"));

      isNoticed(run(), "request-payment altered: Requester became Nobody");
    }

    @Test
    void whereItCanNoLongerBeSeen() throws IOException {
      meanwhile(LIFECYCLE, Value.unknown("403 AccessDenied"));

      isNoticed(run(), "lifecycle altered: none became unknown: 403 AccessDenied");
    }

    @Test
    void whereTheBucketItselfCanNoLongerBeRead() throws IOException {
      rehearsal.at(
          Stage.EXPORT,
          () -> rehearsal.source.bucketFails =
              new RefusedException("404 NoSuchBucket", new IOException()));

      isNoticed(run(), "it can no longer be read: 404 NoSuchBucket");
    }
  }

  @Nested
  class IsNoChange {

    @Test
    void whereNobodyCouldLookEitherTime() throws IOException {
      rehearsal.source.bucket =
          rehearsal.source.bucket.with(LIFECYCLE, Value.unknown("request 1: 403"));
      meanwhile(LIFECYCLE, Value.unknown("request 2: 403"));
      run();

      assertThat(rehearsal.chronicle.changes).isEmpty();
    }

    @Test
    void whereOnlyWhatIsRecordedDiffers() throws IOException {
      meanwhile(BUCKET_OWNER, Value.text("4711"));
      run();

      assertThat(rehearsal.chronicle.changes).isEmpty();
    }
  }

  @Test
  void isAcceptedWhereChangesAreAndTheBucketIsComparedAsItWasTaken() throws IOException {
    meanwhile(LIFECYCLE, Value.entries(Map.of("all objects", "expire after 1 day")));
    rehearsal.at(
        Stage.RESURVEY,
        () -> rehearsal.destination.objects.change("samples", POLICY, Value.absent()));

    var outcome = rehearsal.run(scenario().allow(lossOfChanges().because("nobody can stop them")));

    assertThat(rehearsal.chronicle.changes).hasSize(1);
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(rehearsal.chronicle.losses)
        .isNotEmpty()
        .allSatisfy(loss -> assertThat(loss.trait()).isEqualTo("policy"));
  }

  @Nested
  @NeedsLab(because = "only a server says of itself what is configured there")
  class AtARealServer {

    @Test
    void aLifecycleThatIsSetMeanwhileIsNoticed(Lab lab) {
      var hand = new ThirdHand(lab.moto());
      hand.createBucket("configured");
      hand.put("configured", "k", Sample.bytes("k"), Map.of());
      var ends = Environment.of(
          "configured",
          List.of(Sample.named("aws", lab.moto()), Sample.named("europe", lab.minio())),
          Map.of());
      var chronicle = new RecordingChronicle(folder);
      var setup = DrillSetup.at(
              new DrillSetup.Place.There(ends), PriceBook::load, (id, scenario) -> chronicle)
          .with(
              Progress.at(
                  Stage.EXPORT,
                  () -> hand.configure(
                      "configured",
                      "lifecycle",
                      "<LifecycleConfiguration><Rule><ID>x</ID><Status>Enabled</Status>"
                          + "<Filter><Prefix>logs/</Prefix></Filter>"
                          + "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>")));

      var outcome = Drill.of(setup).run(Sample.leavingFrom("configured", keepsContent()));

      assertThat(chronicle.changes).singleElement().satisfies(change -> {
        assertThat(change.id()).isEqualTo(ItemId.of("bucket", "configured"));
        assertThat(change.what()).startsWith("lifecycle added: ").contains("logs/");
      });
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    }
  }
}
