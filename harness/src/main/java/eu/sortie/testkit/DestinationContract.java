package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Created;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reader;
import eu.sortie.spi.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a {@link eu.sortie.spi.Destination} owes: an item arrives whole, or is refused, or what was left out is said; what it made it
 * says beforehand, and removes, and nothing else.
 *
 * <p>An end that loses something without a word is a deviation. Drills name such losses; the list of deviations says that we know.
 */
public interface DestinationContract extends EndUnderTest {

  @Test
  default void theDestinationNamesItsLibrary(Bench bench) {
    try (var destination =
        bench.unprepared(Bench.fresh(), Line.open(bench.end().name())).destination()) {
      assertFalse(destination.library().isBlank(), "a writer without a name");
    }
  }

  @Test
  default void lookingAheadChangesNothing(Bench bench) {
    var line = Line.readOnly(bench.end().name());
    try (var destination = bench.unprepared(Bench.fresh(), line).destination()) {
      destination.preflight();
      assertEquals(List.of(), line.violations());
    }
  }

  @Test
  default void aPlaceThatIsNotEmptyIsMisuseAndNamed(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("already there"));
    var again = bench.unprepared(writing.selection(), Line.open(bench.end().name()));
    var misuse = assertThrows(Misuse.class, () -> again.destination().preflight());
    assertTrue(
        String.valueOf(misuse.getMessage()).contains(writing.selection().into()),
        () -> "expected the message to name '%s', saw: %s"
            .formatted(writing.selection().into(), misuse.getMessage()));
  }

  @Test
  default void whatIsCreatedIsSaidBeforehandWithAWayOut(Bench bench) {
    var line = Line.readOnly(bench.end().name());
    try (var destination = bench.unprepared(Bench.fresh(), line).destination()) {
      var created = new ArrayList<Created>();
      assertThrows(
          Exception.class,
          () -> destination.prepare(List.of(), created::add),
          "what the items go into was created without asking the line");
      assertFalse(created.isEmpty(), "something was being created, and nobody was told before");
      assertFalse(created.get(0).wayOut().isBlank(), () -> "no way out: " + created.get(0));
    }
  }

  @Test
  default void everyWriteAsksTheLine(Bench bench) throws Exception {
    var writing = bench.writing();
    var line = Line.readOnly(bench.end().name());
    try (var guarded = bench.unprepared(writing.selection(), line).destination()) {
      var one = Specimen.of("not to be written");
      assertThrows(Exception.class, () -> guarded.write(one.item(), one.size(), one.stream()));
      assertFalse(line.violations().isEmpty(), "nothing was written, and not for the line's sake");
    }
    assertGone(writing, "not to be written");
  }

  @Test
  default void anItemArrivesWithItsBytesAndTraits(Bench bench) throws Exception {
    assertArrives(bench, Planted.rich());
  }

  @Test
  default void anItemThatSaysItIsEncodedArrivesAsItIs(Bench bench) throws Exception {
    assertArrives(bench, Planted.encoded());
  }

  @Test
  default void anEmptyItemArrives(Bench bench) throws Exception {
    assertArrives(bench, Specimen.of("empty", new byte[0]));
  }

  @Test
  default void anItemOfManyPartsArrives(Bench bench) throws Exception {
    assertArrives(bench, Specimen.noise("large", 11 * 1024 * 1024 + 1));
  }

  @Test
  default void metadataBeyondAsciiArrivesOrIsConceded(Bench bench) throws Exception {
    assertKeeps(
        bench, ObjectTraits.USER_METADATA, Value.entries(Map.of("place", "Grünau, Łódź, 東京")));
  }

  @Test
  default void tagsArriveOrAreConceded(Bench bench) throws Exception {
    assertKeeps(bench, ObjectTraits.TAGS, Value.entries(Map.of("team", "exit", "cost", "a b+c")));
  }

  @Test
  default void expiryArrivesOrIsConceded(Bench bench) throws Exception {
    assertKeeps(bench, ObjectTraits.EXPIRES, Value.text("Thu, 01 Dec 2033 16:00:00 GMT"));
  }

  @Test
  default void aRedirectArrivesOrIsConceded(Bench bench) throws Exception {
    assertKeeps(bench, ObjectTraits.REDIRECT_LOCATION, Value.text("/elsewhere"));
  }

  @Test
  default void keysWithBlanksAndSignsArrive(Bench bench) throws Exception {
    assertKeysArrive(bench, " a b ", "a+b", "a&b=c?d#e", "it's \"quoted\"", "a*b|c<d>e:f");
  }

  @Test
  default void keysThatLookEscapedArriveAsTheyAre(Bench bench) throws Exception {
    assertKeysArrive(bench, "100%", "%41", "A", "a%2Fb", "a%20b");
  }

  @Test
  default void keysInTwoSpellingsOfUnicodeStayTwo(Bench bench) throws Exception {
    assertKeysArrive(bench, "caf\u00e9", "cafe\u0301", "\ud83d\ude80/\u65e5\u672c");
  }

  @Test
  default void keysOfOtherCaseStayTwo(Bench bench) throws Exception {
    assertKeysArrive(bench, "Case", "case", "CASE");
  }

  @Test
  default void keysThatEndInASlashArrive(Bench bench) throws Exception {
    assertKeysArrive(bench, "folder/", "folder/in it", "other/");
  }

  @Test
  default void aKeyAndAKeyUnderItArriveBoth(Bench bench) throws Exception {
    assertKeysArrive(bench, "both", "both/under it");
  }

  @Test
  default void keysWithEmptySegmentsArrive(Bench bench) throws Exception {
    assertKeysArrive(bench, "a//b", "a/b", "c///d");
  }

  @Test
  default void keysThatBeginWithASlashArrive(Bench bench) throws Exception {
    assertKeysArrive(bench, "/leading");
  }

  @Test
  default void keysWithDotSegmentsArrive(Bench bench) throws Exception {
    assertKeysArrive(bench, "a/./b", "a/../c", "d/.");
  }

  @Test
  default void aKeyOf1024BytesArrives(Bench bench) throws Exception {
    // In segments of 100 and less: ends on files may hold long keys and not long names.
    assertKeysArrive(bench, ("s".repeat(99) + "/").repeat(10) + "t".repeat(24));
  }

  @Test
  default void anItemTheEndDoesNotTakeIsRefusedInItsWordsAndTheNextGoesOn(Bench bench)
      throws Exception {
    var writing = bench.writing();
    var tooLong = Specimen.of(("s".repeat(99) + "/").repeat(20) + "t");
    try {
      writing.write(tooLong);
      assertContent(writing, tooLong);
    } catch (RefusedException refused) {
      assertFalse(String.valueOf(refused.getMessage()).isBlank(), "refused without a word");
      writing.forget(tooLong);
    }
    var next = Specimen.of("next");
    writing.write(next);
    assertContent(writing, next);
  }

  @Test
  default void bytesThatBreakOffAreNoItem(Bench bench) throws Exception {
    assertBreaksOff(bench, 200_000, 150_000);
  }

  @Test
  default void partsThatBreakOffAreNoItem(Bench bench) throws Exception {
    assertBreaksOff(bench, 9 * 1024 * 1024, 8 * 1024 * 1024);
  }

  @Test
  default void manyMayBeWrittenAtOnce(Bench bench) throws Exception {
    var writing = bench.writing();
    var all = IntStream.range(0, 64)
        .mapToObj(number -> Specimen.noise("many/" + number, 1_000 + number))
        .toList();
    AtOnce.each(all, writing::write);
    try (var witness = writing.destination().witness()) {
      for (var one : all) {
        assertContent(witness, one);
      }
    }
  }

  @Test
  default void versionsArriveInTheirOrderOrOnlyTheNewestIsTaken(Bench bench) throws Exception {
    var writing = bench.writing();
    var versions = KeyHistory.threeOf("history");
    var receipts = KeyHistory.write(writing, versions);
    try (var witness = writing.destination().witness()) {
      if (receipts.isEmpty()) {
        assertEquals(
            versions.get(2).sha256(), Sight.of(witness, "history").content().hex());
      } else {
        KeyHistory.assertSeen(witness, versions, receipts);
      }
    }
  }

  @Test
  default void aDeleteMarkerArrivesOrIsRefused(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("marked"));
    var marker = Specimen.deleteMarker("marked", 2, true);
    try {
      writing.write(Specimen.noise("marked", 5).version(1, false));
      var receipt = writing.write(marker);
      try (var witness = writing.destination().witness()) {
        var markers = Sight.listing(witness).stream()
            .filter(item -> item.id().kind().equals(ObjectTraits.DELETE_MARKER.name()))
            .map(item -> item.id().version())
            .toList();
        assertEquals(List.of(receipt.writtenAs()), markers, "delete markers listed");
      }
    } catch (RefusedException oneVersion) {
      assertFalse(String.valueOf(oneVersion.getMessage()).isBlank(), "refused without a word");
    }
  }

  @Test
  default void whatASourceExportsIsBroughtBackOrConceded(Bench bench) throws Exception {
    var planted = bench.planted();
    var writing = bench.writing();
    try (var source = bench.source(planted.selection())) {
      for (var item : Sight.listing(source)) {
        var kind = planted.selection().kinds().named(item.id().kind());
        if (kind.leaves().isExport()) {
          try (var reading = source.read(item)) {
            writing.destination().restore(reading.item(), reading.bytes());
          }
        }
      }
    }
    assertEquals(
        List.of(), writing.clear(), "a place that was brought back cannot be removed any more");
  }

  @Test
  default void clearingRemovesWhatWasWrittenAndNothingElse(Bench bench) throws Exception {
    var writing = bench.writing();
    var ours = Specimen.of("ours");
    var theirs = Specimen.of("theirs");
    writing.write(ours);
    writing.write(theirs);
    var left = writing.clearOnly(ours);
    assertGone(writing, "ours");
    assertContent(writing, theirs);
    assertFalse(left.isEmpty(), "something is left behind, and nobody was told");
    assertFalse(left.get(0).wayOut().isBlank(), () -> "no way out: " + left.get(0));
  }

  @Test
  default void afterClearingNothingIsLeft(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("one"));
    writing.write(Specimen.of("under/another"));
    assertEquals(List.of(), writing.clear(), "left behind");
    try (var source = bench.source(writing.selection())) {
      assertThrows(Misuse.class, source::preflight, "the place is still there");
    }
  }

  @Test
  default void whatAProcessThatDiedBeganIsTakenUpAndClearedAsOnesOwn(Bench bench) throws Exception {
    var dead = bench.writing();
    var one = Specimen.of("written before");
    dead.write(one);
    var writing = bench.unprepared(dead.selection(), Line.open(bench.end().name()));
    writing.goOnFrom(dead);
    var another = Specimen.of("written after");
    writing.write(another);
    assertContent(writing, one);
    assertContent(writing, another);
    assertEquals(List.of(), writing.clear(), "left behind");
    try (var source = bench.source(writing.selection())) {
      assertThrows(Misuse.class, source::preflight, "the place is still there");
    }
  }

  @Test
  default void aPlaceThatIsGoneCannotBeTakenUp(Bench bench) throws Exception {
    var dead = bench.writing();
    dead.write(Specimen.of("written before"));
    dead.clear();
    var writing = bench.unprepared(dead.selection(), Line.open(bench.end().name()));
    var misuse = assertThrows(Misuse.class, () -> writing.goOnFrom(dead));
    assertTrue(
        String.valueOf(misuse.getMessage()).contains(dead.selection().into()),
        () -> "expected the message to name '%s', saw: %s"
            .formatted(dead.selection().into(), misuse.getMessage()));
  }

  @Test
  default void aPlaceThatWasThereBeforeStays(Bench bench) throws Exception {
    var before = bench.writing();
    var writing = bench.unprepared(before.selection(), Line.open(bench.end().name()));
    writing.prepare();
    writing.write(Specimen.of("one"));
    writing.clear();
    try (var source = bench.source(before.selection())) {
      source.preflight();
      assertEquals(List.of(), Sight.keys(Sight.listing(source), ObjectTraits.OBJECT.name()));
    }
  }

  @Test
  default void aLineThatWasCutLetsNoWriteThrough(Bench bench) throws Exception {
    var line = Line.open(bench.end().name());
    var before = bench.writing();
    try (var destination = bench.unprepared(before.selection(), line).destination()) {
      line.cut();
      var one = Specimen.of("after the cut");
      assertThrows(Exception.class, () -> destination.write(one.item(), one.size(), one.stream()));
    }
    assertGone(before, "after the cut");
  }

  private static void assertArrives(Bench bench, Specimen specimen) throws IOException {
    var writing = bench.writing();
    var receipt = writing.write(specimen);
    try (var witness = writing.destination().witness()) {
      Traits.assertKept(specimen, receipt, Sight.of(witness, specimen.key()));
    }
  }

  private static void assertKeeps(Bench bench, Trait trait, Value value) throws IOException {
    assertArrives(bench, Specimen.of("trait").with(trait, value));
  }

  private static void assertKeysArrive(Bench bench, String... keys) throws IOException {
    var writing = bench.writing();
    for (var key : keys) {
      writing.write(Specimen.of(key));
    }
    try (var witness = writing.destination().witness()) {
      for (var key : keys) {
        assertEquals(
            Specimen.of(key).sha256(),
            Sight.of(witness, key).content().hex(),
            () -> "the bytes under '%s'".formatted(key));
      }
      assertEquals(
          List.of(keys).stream().sorted().toList(),
          Sight.keys(Sight.listing(witness), ObjectTraits.OBJECT.name()).stream()
              .sorted()
              .toList(),
          "the keys listed");
    }
  }

  private static void assertContent(Writing writing, Specimen specimen) throws IOException {
    try (var witness = writing.destination().witness()) {
      assertContent(witness, specimen);
    }
  }

  private static void assertContent(Reader witness, Specimen specimen) throws IOException {
    assertEquals(
        specimen.sha256(),
        Sight.of(witness, specimen.key()).content().hex(),
        () -> "the bytes of " + specimen.key());
  }

  private static void assertBreaksOff(Bench bench, int size, int after) throws IOException {
    var writing = bench.writing();
    var whole = Specimen.noise("broken", size);
    var brokenOff = InputStream.nullInputStream();
    // Closed, it has no bytes to give, and no end either.
    brokenOff.close();
    var bytes = new SequenceInputStream(
        new ByteArrayInputStream(whole.stream().readNBytes(after)), brokenOff);
    assertThrows(
        IOException.class,
        () -> writing.destination().write(whole.item(), whole.size(), bytes),
        "bytes broke off, and the item was taken");
    assertGone(writing, "broken");
  }

  private static void assertGone(Writing writing, String key) {
    try (var witness = writing.destination().witness()) {
      Sight.assertNone(witness, Sight.unlisted(key));
    }
  }
}
