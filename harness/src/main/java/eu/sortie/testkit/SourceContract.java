package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.spi.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a {@link eu.sortie.spi.Source} owes: each item listed once and read as it is stored, nothing written, silence after the cut.
 *
 * <p>What is read is planted through the destination of the same protocol; traits that it conceded are not asked for.
 */
public interface SourceContract extends EndUnderTest {

  @Test
  default void theSourceNamesItsLibrary(Bench bench) throws Exception {
    try (var source = bench.source(bench.planted().selection())) {
      assertFalse(source.library().isBlank(), "a reader without a name is no witness");
    }
  }

  @Test
  default void whatIsNotSelectedOrNotThereIsMisuseAndNamed(Bench bench) {
    var nowhere = Bench.fresh();
    try (var source = bench.source(nowhere)) {
      var misuse = assertThrows(Misuse.class, source::preflight);
      assertTrue(
          String.valueOf(misuse.getMessage()).contains(nowhere.bucket()),
          () -> "expected the message to name '%s', saw: %s"
              .formatted(nowhere.bucket(), misuse.getMessage()));
    }
  }

  @Test
  default void eachItemIsListedOnceWhateverTheNumberOfPages(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      planted.assertListedOnceBy(source);
    }
  }

  @Test
  default void whatIsListedIsOfTheKindsAndTraitsThatAreSelected(Bench bench) throws Exception {
    var planted = bench.planted();
    var kinds = planted.selection().kinds();
    try (var source = bench.source(planted.selection())) {
      for (var item : Sight.listing(source)) {
        var kind = kinds.named(item.id().kind());
        assertTrue(
            kind.traits().containsAll(item.traits().keySet()),
            () -> "%s is listed with traits that are none of a %s: %s"
                .formatted(item.id(), kind.name(), item.traits().keySet()));
      }
    }
  }

  @Test
  default void onlyWhatBeginsWithThePrefixIsListed(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection().under("rich/"))) {
      assertEquals(
          List.of(Planted.RICH, Planted.ENCODED),
          Sight.keys(Sight.listing(source), ObjectTraits.OBJECT.name()).stream()
              .sorted()
              .toList());
    }
  }

  @Test
  default void bytesAreReadAsTheyAreStoredAndAsManyAsAnnounced(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      for (var key : List.of(Planted.RICH, Planted.ENCODED, "empty", "noise")) {
        var seen = Sight.of(source, key);
        var specimen = planted.specimen(key);
        assertEquals(specimen.sha256(), seen.content().hex(), "the bytes of " + key);
        assertEquals(specimen.size(), seen.announced(), "the bytes announced of " + key);
      }
    }
  }

  @Test
  default void traitsAreReadAsTheyWereWritten(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      for (var key : List.of(Planted.RICH, Planted.ENCODED)) {
        Traits.assertKept(planted.specimen(key), planted.receipt(key), Sight.of(source, key));
      }
    }
  }

  @Test
  default void whatIsThereAndNotLookedAtIsSaidInSentences(Bench bench) throws Exception {
    try (var source = bench.source(bench.planted().selection())) {
      for (var sentence : source.notCovered()) {
        assertTrue(
            sentence.strip().endsWith("."),
            () -> "expected a sentence, saw '%s'".formatted(sentence));
      }
    }
  }

  @Test
  default void anItemThatWasOverwrittenSinceTheListingIsSaidToHaveChanged(Bench bench)
      throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("overwritten"));
    try (var source = bench.source(writing.selection())) {
      var listed = object(source, "overwritten");
      writing.write(Specimen.noise("overwritten", 99));
      assertThrows(
          ChangedException.class,
          () -> Sight.of(source, listed),
          "another object than the one listed was read, in silence");
    }
  }

  @Test
  default void anItemThatIsGoneSinceTheListingIsSaidToBe(Bench bench) throws Exception {
    var writing = bench.writing();
    var going = Specimen.of("going");
    writing.write(going);
    writing.write(Specimen.of("staying"));
    try (var source = bench.source(writing.selection())) {
      var listed = object(source, "going");
      writing.clearOnly(going);
      Sight.assertNone(source, listed);
    }
  }

  @Test
  default void oldVersionsAreListedNewestFirstAndReadByTheirNames(Bench bench) throws Exception {
    var writing = bench.writing();
    var versions = KeyHistory.threeOf("history");
    var receipts = KeyHistory.write(writing, versions);
    if (receipts.isEmpty()) {
      // The end keeps one version, and said so to each of the others.
      return;
    }
    try (var source = bench.source(writing.selection())) {
      KeyHistory.assertSeen(source, versions, receipts);
    }
  }

  @Test
  default void aReadingMayBeClosedHalfReadAgainAndAgain(Bench bench) throws Exception {
    try (var source = bench.source(bench.planted().selection())) {
      HalfRead.many(source, "noise");
      assertEquals(
          bench.planted().specimen(Planted.RICH).sha256(),
          Sight.of(source, Planted.RICH).content().hex());
    }
  }

  @Test
  default void manyMayBeReadAtOnce(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      var keys = new ArrayList<>(List.of(Planted.RICH, Planted.ENCODED, "empty", "noise"));
      for (int i = 0; i < 60; i++) {
        keys.add(Planted.MANY + i);
      }
      AtOnce.each(keys, key -> Sight.of(source, key))
          .forEach((key, seen) -> assertEquals(
              planted.specimen(key).sha256(), seen.content().hex(), "the bytes of " + key));
    }
  }

  @Test
  default void whatLeavesAsAnExportReadsTheSameTwice(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var source = bench.source(planted.selection())) {
      for (var item : Sight.listing(source)) {
        var kind = planted.selection().kinds().named(item.id().kind());
        if (kind.leaves().isExport()) {
          assertEquals(
              Sight.of(source, item).content(),
              Sight.of(source, item).content(),
              () -> "the export of " + item.id());
        }
      }
    }
  }

  @Test
  default void nothingIsEverWrittenAndAllIsCounted(Bench bench) throws Exception {
    var planted = bench.planted();
    var line = Line.readOnly(bench.end().name());
    try (var source = bench.source(planted.selection(), line)) {
      source.preflight();
      source.notCovered();
      Sight.listing(source);
      var before = line.meter().bytes();
      Sight.of(source, "noise");
      assertEquals(List.of(), line.violations());
      assertTrue(
          line.meter().bytes() - before >= planted.specimen("noise").size(),
          () -> "70000 bytes were read, and the line counted " + (line.meter().bytes() - before));
    }
  }

  @Test
  default void afterTheCutNothingCrossesTheLine(Bench bench) throws Exception {
    var line = Line.readOnly(bench.end().name());
    var source = bench.source(bench.planted().selection(), line);
    source.close();
    assertThrows(
        Exception.class,
        () -> Sight.of(source, Planted.RICH),
        "an item was read from a source that is closed");
    assertThrows(
        Exception.class, () -> Sight.listing(source), "a source that is closed was listed");
    assertThrows(
        LineException.class,
        () -> line.cross("any", true),
        "closing the source is the cut, and its line is still open");
  }

  private static Item object(Reader reader, String key) throws IOException {
    return Sight.listing(reader).stream()
        .filter(item ->
            item.id().key().equals(key) && item.id().kind().equals(ObjectTraits.OBJECT.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not listed"));
  }
}
