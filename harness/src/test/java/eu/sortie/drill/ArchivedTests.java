package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Value;
import eu.sortie.measure.Archived;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Restoring;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.RefusedException;
import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.yaml.PriceBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivedTests {

  private static final String LIST = "aws-eu-west-3";

  @TempDir
  Path folder;

  private Rehearsal rehearsal;

  @BeforeEach
  void fourObjects() {
    rehearsal = new Rehearsal(folder, "a", "b", "c", "d");
    rehearsal.tariffs = Map.of("aws", LIST);
  }

  private void archive(String key, String storageClass) {
    var item = Sample.item(key).with(STORAGE_CLASS, Value.text(storageClass));
    rehearsal.source.failing.put(
        key,
        new RefusedException(
            "archived: it has to be restored", new IOException(), ObjectTraits.archived(item)));
  }

  private Outcome run() throws IOException {
    return rehearsal.run(scenarioWith(keepsContent()));
  }

  @Test
  void itemsAreCountedByStorageClassAndPricedAtTheSource() throws IOException {
    archive("a", "GLACIER");
    archive("b", "GLACIER");
    archive("c", "DEEP_ARCHIVE");

    var restoring = run().restoring();

    long bytes = Sample.bytes("a").length;
    assertThat(restoring.classes())
        .containsExactly(
            new Restoring.OfClass(
                "DEEP_ARCHIVE", new Archived(1, bytes), "standard", Duration.ofHours(12), ""),
            new Restoring.OfClass(
                "GLACIER", new Archived(2, 2 * bytes), "standard", Duration.ofHours(5), ""));
    assertThat(restoring.cost().lines())
        .extracting(Cost.Line::price)
        .containsExactly(
            "restore-glacier",
            "restore-requests-glacier",
            "restore-deep-archive",
            "restore-requests-deep-archive");
    assertThat(restoring.cost().lines()).allSatisfy(line -> {
      assertThat(line.end()).isEqualTo("aws");
      assertThat(line.money().amount()).isPositive();
    });
  }

  @Test
  void itemsAreInNoBillOfTheDrill() throws IOException {
    archive("a", "GLACIER");

    var bill = run().bill();

    assertThat(bill.whole().lines())
        .isNotEmpty()
        .extracting(Cost.Line::price)
        .noneMatch(price -> price.startsWith("restore"));
  }

  @Test
  void itemsCostAnUnknownSumWhereTheSourceHasNoPriceList() throws IOException {
    rehearsal.tariffs = Map.of();
    archive("a", "GLACIER");

    assertThat(run().restoring().classes())
        .extracting(Restoring.OfClass::unknownBecause)
        .containsExactly("'aws' has no price list");
  }

  @Test
  void aDrillWithoutAnyPriceListHasNoBillAtAll() throws IOException {
    rehearsal.tariffs = Map.of();
    archive("a", "GLACIER");

    var bill = run().bill();

    assertThat(bill.basis()).isEmpty();
    assertThat(bill.unpriced()).containsExactly("aws", "europe");
    assertThat(bill.lacksAnEnd()).isFalse();
  }

  @Test
  void whatAnEndWithoutAPriceListWouldChargeIsSaidToBeMissing() throws IOException {
    var all = new TreeMap<>(rehearsal.tariffs);
    all.remove("europe");
    rehearsal.tariffs = all;
    archive("a", "GLACIER");

    var bill = run().bill();

    assertThat(bill.lacksAnEnd()).isTrue();
    assertThat(bill.unpriced()).containsExactly("europe");
    assertThat(bill.basis())
        .contains("'europe' has no price list: what it would charge is not in these sums");
  }

  @Test
  void itemsThatAreRestoredForAWhileNeedNoRestoring() throws IOException {
    rehearsal.source.objects.change(
        "a", ObjectTraits.ARCHIVE, Value.text("restored until 2026-12-01T00:00:00Z"));

    assertThat(run().restoring()).isEqualTo(Restoring.NONE);
  }

  @Test
  void itemsOfASizeNobodySawAreCounted() {
    var book = new ArchiveBook();
    book.look(ObjectTraits.archived(Sample.item("a").with(ObjectTraits.SIZE, Value.absent())));

    assertThat(book.archived()).containsExactly(Map.entry("STANDARD", new Archived(1, 0, 1)));
  }

  @Nested
  @NeedsLab(because = "only a server that archives refuses to give what is archived")
  class AtARealServer {

    @Test
    void objectsAreNamedAndPriced(Lab lab) {
      var hand = new ThirdHand(lab.moto());
      hand.createBucket("archived");
      hand.put("archived", "now", new byte[10], Map.of());
      hand.put("archived", "cold", new byte[2048], Map.of("x-amz-storage-class", "GLACIER"));
      hand.put("archived", "colder", new byte[4096], Map.of("x-amz-storage-class", "DEEP_ARCHIVE"));
      hand.put("archived", "soon", new byte[9], Map.of("x-amz-storage-class", "GLACIER_IR"));
      var ends = Environment.of(
          "archives",
          List.of(Sample.named("aws", lab.moto()), Sample.named("europe", lab.s3proxy())),
          Map.of("aws", LIST));
      var setup = DrillSetup.at(
          new DrillSetup.Place.There(ends),
          PriceBook::load,
          (id, scenario) -> new RecordingChronicle(folder));

      var outcome = Drill.of(setup).run(Sample.leavingFrom("archived", keepsContent()));

      assertThat(outcome.restoring().classes())
          .containsExactly(
              new Restoring.OfClass(
                  "DEEP_ARCHIVE", new Archived(1, 4096), "standard", Duration.ofHours(12), ""),
              new Restoring.OfClass(
                  "GLACIER", new Archived(1, 2048), "standard", Duration.ofHours(5), ""));
      assertThat(outcome.restoring().cost().totals()).hasSize(1);
      assertThat(outcome.losses().toString()).contains("cold", "colder", "archived: ");
    }
  }
}
