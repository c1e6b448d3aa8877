package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.sortie.spi.Line;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the second witness of a {@link eu.sortie.spi.Destination} owes: it reads all that was written, through other eyes. */
public interface WitnessContract extends EndUnderTest {

  @Test
  default void theWitnessIsAnotherLibraryThanTheWriter(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Planted.rich());
    try (var witness = writing.destination().witness()) {
      assertNotEquals(writing.destination().library(), witness.library());
      for (var item : Sight.listing(witness)) {
        assertNotEquals(
            writing.destination().library(),
            Sight.of(witness, item).library(),
            () -> item.id() + " is read back by what wrote it");
      }
    }
  }

  @Test
  default void whatWasWrittenIsListedOnceWhateverTheNumberOfPages(Bench bench) throws Exception {
    var planted = bench.planted();
    try (var witness = planted.witness()) {
      planted.assertListedOnceBy(witness);
    }
  }

  @Test
  default void asManyBytesAreReadAsAreAnnounced(Bench bench) throws Exception {
    var writing = bench.writing();
    for (var one : List.of(Planted.encoded(), Specimen.of("empty", new byte[0]))) {
      writing.write(one);
      try (var witness = writing.destination().witness()) {
        var seen = Sight.of(witness, one.key());
        assertEquals(one.sha256(), seen.content().hex(), () -> "the bytes of " + one.key());
        assertEquals(one.size(), seen.announced(), () -> "the bytes announced of " + one.key());
      }
    }
  }

  @Test
  default void anItemThatIsNotThereIsSaidToBeGone(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("there"));
    try (var witness = writing.destination().witness()) {
      Sight.assertNone(witness, Sight.unlisted("not there"));
    }
  }

  @Test
  default void theWitnessReadsWithoutWriting(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("one"));
    var line = Line.readOnly(bench.end().name());
    try (var destination = bench.unprepared(writing.selection(), line).destination();
        var witness = destination.witness()) {
      Sight.listing(witness);
      Sight.of(witness, "one");
      assertEquals(List.of(), line.violations());
      assertTrue(
          line.meter().bytes() >= Specimen.of("one").size(),
          "bytes were read back, and the line counted none");
    }
  }

  @Test
  default void theWitnessReadsNothingOnceTheLineIsCut(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.of("one"));
    var line = Line.open(bench.end().name());
    try (var destination = bench.unprepared(writing.selection(), line).destination();
        var witness = destination.witness()) {
      line.cut();
      assertThrows(Exception.class, () -> Sight.of(witness, "one"));
      assertThrows(Exception.class, () -> Sight.listing(witness));
    }
  }

  @Test
  default void itemsAreNamedAsAtTheSource(Bench bench) throws Exception {
    var planted = bench.planted();
    var writing = bench.unprepared(
        planted.selection().into(Bench.fresh().into()), Line.open(bench.end().name()));
    writing.prepare();
    for (var specimen : List.of(Planted.rich(), Planted.encoded())) {
      writing.write(specimen);
    }
    try (var source = bench.source(planted.selection().under("rich/"));
        var witness = writing.destination().witness()) {
      assertEquals(
          new TreeSet<>(
              Sight.listing(source).stream().map(item -> item.id().toString()).toList()),
          new TreeSet<>(
              Sight.listing(witness).stream().map(item -> item.id().toString()).toList()));
    }
  }

  @Test
  default void whatLeavesAsAnExportIsReadBack(Bench bench) throws Exception {
    var writing = bench.writing();
    try (var witness = writing.destination().witness()) {
      for (var item : Sight.listing(witness)) {
        var kind = writing.selection().kinds().named(item.id().kind());
        if (kind.leaves().isExport()) {
          var seen = Sight.of(witness, item).item();
          assertTrue(
              seen.traits().keySet().containsAll(kind.traits()),
              () -> "expected to see every trait of a %s, saw %s"
                  .formatted(kind.name(), seen.traits().keySet()));
        }
      }
    }
  }

  @Test
  default void aWitnessReadingMayBeClosedHalfReadAgainAndAgain(Bench bench) throws Exception {
    var writing = bench.writing();
    writing.write(Specimen.noise("noise", 70_000));
    try (var witness = writing.destination().witness()) {
      HalfRead.many(witness, "noise");
      assertEquals(70_000, Sight.of(witness, "noise").content().bytes());
    }
  }

  @Test
  default void manyMayBeReadBackAtOnce(Bench bench) throws Exception {
    var planted = bench.planted();
    var some = planted.specimens().values().stream().limit(64).toList();
    try (var witness = planted.witness()) {
      AtOnce.each(some, one -> Sight.of(witness, one.key()))
          .forEach((one, seen) ->
              assertEquals(one.sha256(), seen.content().hex(), () -> "the bytes of " + one.key()));
    }
  }
}
