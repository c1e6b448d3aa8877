package eu.sortie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Fate;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Fingerprint;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTests {

  private static final Trait CONTENT = Trait.compared("content");
  private static final Trait METADATA = Trait.compared("user-metadata");
  private static final Trait ETAG = Trait.recorded("etag");
  private static final Kind OBJECT = new Kind("object", List.of(CONTENT, METADATA, ETAG));
  private static final Kind MARKER = new Kind("delete-marker", List.of());
  private static final Kinds KINDS = Kinds.of(OBJECT, MARKER);
  private static final List<Trait> COMPARED = List.of(CONTENT, METADATA);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void open() throws IOException {
    ledger = Ledger.create(folder, KINDS, KINDS.only(COMPARED));
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
  }

  private static Item item(String key) {
    return new Item(ItemId.of("object", key), Map.of());
  }

  private static Item item(String key, String content) {
    return item(key).with(CONTENT, Value.text(content)).with(METADATA, Value.absent());
  }

  private List<Item> listed(Side side) throws IOException {
    ledger.settle();
    var items = new ArrayList<Item>();
    ledger.eachHistory(side, (history, read) -> history.forEach(one -> items.add(one.item())));
    return items;
  }

  private List<Pair> different() throws IOException {
    ledger.settle();
    var pairs = new ArrayList<Pair>();
    ledger.eachDifferent(pairs::add);
    return pairs;
  }

  private static Stream<String> oddKeys() {
    return Stream.of(
        "plain",
        "",
        " ",
        " a ",
        "a/../b//c",
        "it's \"quoted\" \\ and; DROP TABLE source; --",
        "{\"json\": [null]}",
        "é",
        "e\u0301",
        "İstanbul ß ſ",
        "日本語",
        "😀 𝄞 \udbff\udfff",
        "\ufeffbom",
        "\uffff",
        "tab\tnewline\ncarriage\rreturn",
        "\u0001\u001f\u007f\u0085\u2028",
        "nul\u0000inside",
        "\u0000",
        "a".repeat(1024),
        "😀".repeat(256));
  }

  @Nested
  class RoundTrip {

    @ParameterizedTest
    @MethodSource("eu.sortie.ledger.LedgerTests#oddKeys")
    void keepsAKeyByteByByte(String key) throws IOException {
      ledger.listed(Side.SOURCE, item(key));
      ledger.saw(Side.SOURCE, item(key));

      assertThat(listed(Side.SOURCE)).containsExactly(item(key));
      assertThat(different()).containsExactly(new Pair(item(key), null, null));
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.ledger.LedgerTests#oddKeys")
    void keepsAValueByteByByte(String odd) throws IOException {
      var item = item("a", odd)
          .with(METADATA, Value.entries(Map.of(odd, odd, "x", "")))
          .with(ETAG, Value.unknown(odd));
      ledger.listed(Side.SOURCE, item);
      ledger.saw(Side.SOURCE, item);

      assertThat(listed(Side.SOURCE)).containsExactly(item);
      assertThat(different()).containsExactly(new Pair(item, null, null));
    }

    @Test
    void keepsEveryFormOfValue() throws IOException {
      var text = item("text").with(CONTENT, Value.text(""));
      var entries = item("entries").with(CONTENT, Value.entries(Map.of("a", "", "b", "2")));
      var absent = item("absent").with(CONTENT, Value.absent());
      var unknown = item("unknown").with(CONTENT, Value.unknown("denied"));
      var nothing = item("nothing");
      for (var item : List.of(text, entries, absent, unknown, nothing)) {
        ledger.listed(Side.DESTINATION, item);
      }

      assertThat(listed(Side.DESTINATION)).containsExactly(absent, entries, nothing, text, unknown);
    }

    @Test
    void keepsATraitTheKindDoesNotName() throws IOException {
      var item = item("a").with(Trait.recorded("last-seen"), Value.text("today"));
      ledger.listed(Side.SOURCE, item);

      assertThat(listed(Side.SOURCE)).containsExactly(item);
    }

    @Test
    void keepsVersionsOfAKeyApart() throws IOException {
      var one = new Item(new ItemId("object", "a", "1"), Map.of());
      var other = new Item(new ItemId("object", "a", "2"), Map.of());
      ledger.listed(Side.SOURCE, other);
      ledger.listed(Side.SOURCE, one);

      assertThat(listed(Side.SOURCE)).containsExactly(one, other);
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.ledger.LedgerTests#oddKeys")
    void keepsHowAnItemWasCarried(String odd) throws IOException {
      var transfer = new Transfer(
          ItemId.of("object", odd),
          Transfer.Result.NOT_WRITTEN,
          Long.MAX_VALUE,
          odd,
          List.of(
              new Concession(METADATA, Cause.DESTINATION, odd),
              new Concession(Trait.recorded("unheard-of"), Cause.TOOL, "")));
      ledger.saw(Side.SOURCE, item(odd, "a"));
      ledger.carried(transfer);

      assertThat(different()).containsExactly(new Pair(item(odd, "a"), null, transfer));
    }

    @Test
    void keepsTheTwoSidesApart() throws IOException {
      ledger.listed(Side.SOURCE, item("s"));
      ledger.listed(Side.DESTINATION, item("d"));

      assertThat(listed(Side.SOURCE)).containsExactly(item("s"));
      assertThat(listed(Side.DESTINATION)).containsExactly(item("d"));
    }
  }

  @Nested
  class Listing {

    @Test
    void isReadInTheOrderOfUtf8Bytes() throws IOException {
      var keys = oddKeys().toList();
      keys.forEach(key -> ledger.listed(Side.SOURCE, item(key)));

      var inBytes = keys.stream()
          .sorted((left, right) -> Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8)))
          .toList();
      assertThat(listed(Side.SOURCE)).extracting(item -> item.id().key()).isEqualTo(inBytes);
    }

    @Test
    void namesAnItemOnceHoweverOftenItWasListed() throws IOException {
      for (var key : List.of("a", "b", "a", "c", "a", "b")) {
        ledger.listed(Side.SOURCE, item(key));
      }

      assertThat(listed(Side.SOURCE)).containsExactly(item("a"), item("b"), item("c"));
      assertThat(ledger.listedItems(Side.SOURCE)).isEqualTo(3);
      assertThat(ledger.listedAgain(Side.SOURCE)).isEqualTo(3);
      assertThat(ledger.listedAgain(Side.DESTINATION)).isZero();
    }

    @Test
    void doesNotTakeTwoSpellingsForOneKey() throws IOException {
      ledger.listed(Side.SOURCE, item("é"));
      ledger.listed(Side.SOURCE, item("e\u0301"));
      ledger.listed(Side.SOURCE, item("E"));
      ledger.listed(Side.SOURCE, item("e"));
      ledger.settle();

      assertThat(ledger.listedItems(Side.SOURCE)).isEqualTo(4);
      assertThat(ledger.listedAgain(Side.SOURCE)).isZero();
    }

    @Test
    void mayBeReadWhileTheItemsAreSeen() throws IOException {
      IntStream.range(0, 5_000).forEach(i -> ledger.listed(Side.SOURCE, item("k" + i)));
      ledger.settle();
      ledger.eachHistory(
          Side.SOURCE,
          (history, read) -> history.forEach(one -> ledger.saw(Side.SOURCE, one.item())));
      ledger.settle();

      assertThat(ledger.items(Side.SOURCE)).isEqualTo(5_000);
    }

    @Test
    void ofNothingIsEmpty() throws IOException {
      assertThat(listed(Side.SOURCE)).isEmpty();
      assertThat(ledger.listedItems(Side.SOURCE)).isZero();
      assertThat(ledger.items(Side.SOURCE)).isZero();
      assertThat(ledger.alike()).isEqualTo(Fidelity.NONE);
      assertThat(different()).isEmpty();
    }
  }

  @Nested
  class Pairs {

    @Test
    void thatAgreeAreCountedAndNotExpanded() throws IOException {
      var some = item("a", "1").with(METADATA, Value.entries(Map.of("a", "1")));
      var unknown = item("b", "1").with(METADATA, Value.unknown("denied"));
      for (var side : Side.values()) {
        ledger.saw(side, some);
        ledger.saw(side, unknown);
        ledger.saw(side, item("c", "1").with(ETAG, Value.text(side.table())));
      }

      assertThat(different()).isEmpty();
      assertThat(ledger.alike())
          .isEqualTo(Fidelity.arrived(Map.of(CONTENT, Fate.KEPT), 3)
              .plus(new Fidelity(0, 0, 0, 0, tallies(Fate.KEPT, Fate.UNKNOWN, Fate.ABSENT))));
    }

    @Test
    void thatDifferComeInTheOrderOfKeysWithBothSights() throws IOException {
      ledger.saw(Side.SOURCE, item("～", "s"));
      ledger.saw(Side.DESTINATION, item("😀", "d"));
      ledger.saw(Side.SOURCE, item("a", "s"));
      ledger.saw(Side.DESTINATION, item("a", "d"));

      assertThat(different())
          .containsExactly(
              new Pair(item("a", "s"), item("a", "d"), null),
              new Pair(item("～", "s"), null, null),
              new Pair(null, item("😀", "d"), null));
      assertThat(ledger.alike()).isEqualTo(Fidelity.NONE);
    }

    @Test
    void mayBeReadTwice() throws IOException {
      ledger.saw(Side.SOURCE, item("a", "s"));

      assertThat(different()).isEqualTo(different()).hasSize(1);
    }

    @Test
    void growByWhatIsWrittenInBetween() throws IOException {
      ledger.saw(Side.SOURCE, item("a", "s"));
      assertThat(different()).hasSize(1);
      ledger.saw(Side.DESTINATION, item("a", "s"));

      assertThat(different()).isEmpty();
    }

    private static SortedMap<Trait, Tally> tallies(Fate... fates) {
      var tally = Tally.NONE;
      for (var fate : fates) {
        tally = tally.plus(fate, 1);
      }
      return new TreeMap<>(Map.of(METADATA, tally));
    }
  }

  @Nested
  class ManyThreads {

    @Test
    void writeAtOnceAndLoseNothing() throws Exception {
      var threads = 8;
      var each = 1_000;
      var pool = Executors.newFixedThreadPool(threads);
      var writing = new ArrayList<Callable<Void>>();
      for (int i = 0; i < threads; i++) {
        var name = "t" + i + "/";
        writing.add(() -> {
          for (int round = 0; round < each; round++) {
            ledger.listed(Side.SOURCE, item(name + round));
            ledger.saw(Side.SOURCE, item(name + round, name));
            ledger.saw(Side.DESTINATION, item(name + round, round % 10 == 0 ? "other" : name));
            ledger.carried(new Transfer(
                ItemId.of("object", name + round), Transfer.Result.WRITTEN, round, "", List.of()));
          }
          return null;
        });
      }
      try {
        for (var done : pool.invokeAll(writing)) {
          done.get();
        }
      } finally {
        pool.shutdown();
      }

      assertThat(listed(Side.SOURCE)).hasSize(threads * each);
      assertThat(ledger.alike().items()).isEqualTo(threads * each * 9 / 10);
      assertThat(different()).hasSize(threads * each / 10).allSatisfy(pair -> {
        var transfer = pair.transfer();
        assertThat(transfer).isNotNull();
        assertThat(transfer.id().key()).endsWith("/" + transfer.bytes());
      });
    }
  }

  @Nested
  class Exported {

    @Test
    void isAParquetFileThatAnotherDatabaseReads() throws Exception {
      var one = item("it's/😀\u0000", "1").with(METADATA, Value.entries(Map.of("a", "\"1\"")));
      var other = new Item(new ItemId("object", "a", "v2"), Map.of(CONTENT, Value.absent()));
      ledger.saw(Side.DESTINATION, one);
      ledger.saw(Side.DESTINATION, other);
      ledger.saw(Side.SOURCE, item("not/this/one"));
      ledger.settle();
      var file = folder.resolve("it's a file.parquet");
      ledger.export(Side.DESTINATION, file);

      assertThat(rows(file))
          .containsExactly(
              List.of("object", "a", "v2", fingerprint(other), "{\"content\":null}"),
              List.of(
                  "object",
                  "it's/😀\u0000",
                  "",
                  fingerprint(one),
                  // In whichever order the item held them: that says nothing.
                  Row.write(one.traits())));
    }

    @Test
    void isCompleteWhereItIsTooLargeToBeSorted() throws Exception {
      var large = Files.createDirectory(folder.resolve("large"));
      var file = large.resolve("large.parquet");
      try (var unsorted = DuckLedger.create(large, KINDS, KINDS.only(COMPARED), 3)) {
        IntStream.range(0, 1_000).forEach(i -> unsorted.saw(Side.SOURCE, item("k" + i, "c")));
        unsorted.settle();
        unsorted.export(Side.SOURCE, file);
      }

      assertThat(rows(file))
          .extracting(row -> row.get(1))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 1_000).mapToObj(i -> "k" + i).toList());
    }

    @Test
    void isAFileEvenOfNothing() throws Exception {
      var file = folder.resolve("empty.parquet");
      ledger.export(Side.SOURCE, file);

      assertThat(rows(file)).isEmpty();
    }

    private static String fingerprint(Item item) {
      return HexFormat.of().withUpperCase().formatHex(Fingerprint.of(item, COMPARED));
    }

    private static List<List<String>> rows(Path file) throws Exception {
      var rows = new ArrayList<List<String>>();
      try (var database = DriverManager.getConnection("jdbc:duckdb:");
          var query = database.prepareStatement(
              "SELECT kind, key, version, fingerprint, traits FROM read_parquet(?)")) {
        query.setString(1, file.toString());
        try (var found = query.executeQuery()) {
          while (found.next()) {
            rows.add(List.of(
                found.getString(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getString(5)));
          }
        }
      }
      return rows;
    }
  }

  @Nested
  class WhenTheDiskFails {

    @Test
    void aFolderThatIsNotThereIsNamed() {
      var nowhere = folder.resolve("nowhere");

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> Ledger.create(nowhere, KINDS, KINDS.only(COMPARED)))
          .satisfies(LedgerTests::isOneLine)
          .withMessageStartingWith("the ledger cannot be laid out in " + nowhere + ": ");
    }

    @Test
    void aLedgerThatIsThereAlreadyIsNotMixedIn() {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> Ledger.create(folder, KINDS, KINDS.only(COMPARED)))
          .satisfies(LedgerTests::isOneLine)
          .withMessageStartingWith("the ledger cannot be laid out in " + folder + ": ");
    }

    @Test
    void anExportThatCannotBeWrittenSaysSo() {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> ledger.export(Side.SOURCE, folder.resolve("no/such/folder.parquet")))
          .satisfies(LedgerTests::isOneLine)
          .withMessageStartingWith("the ledger could not be exported: ")
          .withMessageContaining("folder.parquet");
    }
  }

  @Nested
  class Closed {

    @Test
    void itMayBeClosedAgain() throws IOException {
      ledger.saw(Side.SOURCE, item("a", "1"));
      ledger.close();

      assertThatCode(ledger::close).doesNotThrowAnyException();
    }

    @Test
    void itTakesNothingMore() throws IOException {
      ledger.close();

      assertThatExceptionOfType(LedgerException.class)
          .isThrownBy(() -> ledger.listed(Side.SOURCE, item("a")))
          .satisfies(LedgerTests::isOneLine)
          .withMessageStartingWith("a row could not be written to the ledger: ");
    }

    @Test
    void itGivesNothingMore() throws IOException {
      ledger.close();

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> ledger.items(Side.SOURCE))
          .satisfies(LedgerTests::isOneLine)
          .withMessageStartingWith("the ledger could not be read: ");
    }
  }

  private static void isOneLine(Throwable error) {
    assertThat(error.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
  }

  @Nested
  class AHistory {

    private static Item version(String version) {
      return new Item(new ItemId("object", "k", version), Map.of());
    }

    /** As listed, one letter of its kind and one of its key: is each kind listed apart? */
    private boolean isApart(String... entries) throws IOException {
      int version = 0;
      for (var entry : entries) {
        ledger.listed(
            Side.DESTINATION,
            new Item(
                new ItemId(
                    entry.startsWith("V") ? "object" : "delete-marker",
                    entry.substring(1),
                    "v" + version++),
                Map.of()));
      }
      ledger.settle();
      var apart = new TreeSet<Boolean>();
      ledger.eachHistory(
          Side.DESTINATION, (history, read) -> history.forEach(one -> apart.add(one.apart())));
      assertThat(apart).hasSize(1);
      return apart.first();
    }

    @Test
    void isListedApartWhereOtherKeysStandBetweenTheKindsOfOne() throws IOException {
      assertThat(isApart("Ma", "Mb", "Va", "Vb")).isTrue();
    }

    @Test
    void mayBeListedApartWhereAllOfOneKindComesBeforeTheOther() throws IOException {
      assertThat(isApart("Ma", "Va", "Va", "Vb")).isTrue();
    }

    @Test
    void isListedInItsOrderWhereKindsStandAmongEachOther() throws IOException {
      assertThat(isApart("Ma", "Va", "Mb", "Vb")).isFalse();
    }

    @Test
    void isListedInItsOrderWhereAMarkerStandsBetweenVersions() throws IOException {
      assertThat(isApart("Va", "Ma", "Va")).isFalse();
    }

    private List<String> arrived() throws IOException {
      ledger.settle();
      var found = new ArrayList<String>();
      ledger.eachHistory(
          Side.DESTINATION,
          (history, read) -> history.forEach(
              one -> found.add(one.item().id() + " for " + one.writtenFor().orElse("nobody"))));
      return found;
    }

    private void written(String version, String as) {
      ledger.carried(new Transfer(
          new ItemId("object", "k", version), Transfer.Result.WRITTEN, 1, "", List.of(), as));
    }

    @Test
    void isReadFromTheLastListedToTheFirst() throws IOException {
      Stream.of("c", "b", "a").forEach(version -> ledger.listed(Side.SOURCE, version(version)));

      assertThat(listed(Side.SOURCE))
          .extracting(item -> item.id().version())
          .containsExactly("a", "b", "c");
    }

    @Test
    void isFoundByWhatTheDestinationAnswered() throws IOException {
      written("1", "x");
      written("2", "y");
      Stream.of("stranger", "y", "x")
          .forEach(version -> ledger.listed(Side.DESTINATION, version(version)));

      assertThat(arrived())
          .containsExactly("k @ x for 1", "k @ y for 2", "k @ stranger for nobody");
    }

    @Test
    void whatWasWrittenAndIsNotListedIsNamed() throws IOException {
      written("1", "x");
      written("2", "y");
      ledger.listed(Side.DESTINATION, version("y"));
      ledger.settle();
      var unlisted = new ArrayList<ItemId>();
      ledger.eachUnlisted(transfer -> unlisted.add(transfer.id()));

      assertThat(unlisted).containsExactly(new ItemId("object", "k", "1"));
    }
  }

  @Nested
  class ASecondListing {

    private List<String> changes() throws IOException {
      ledger.settle();
      var changes = new ArrayList<String>();
      ledger.eachChange(change -> changes.add(change.id() + " " + change.how()));
      return changes;
    }

    @Test
    void thatIsTheSameSaysNothing() throws IOException {
      ledger.listed(Side.SOURCE, item("a", "1"));
      ledger.listed(Side.SOURCE, item("a", "1"));
      ledger.listedLater(item("a", "1"));

      assertThat(changes()).isEmpty();
    }

    @Test
    void namesWhatWasWrittenOverwrittenAndDeleted() throws IOException {
      ledger.listed(Side.SOURCE, item("deleted", "1"));
      ledger.listed(Side.SOURCE, item("overwritten", "1"));
      ledger.listedLater(item("overwritten", "2"));
      ledger.listedLater(item("written", "1"));

      assertThat(changes())
          .containsExactly("deleted deleted", "overwritten overwritten", "written written");
    }

    @Test
    void setsApartWhatWasOverwrittenOrDeletedAtBothEnds() throws IOException {
      for (var key : List.of("deleted", "overwritten", "quiet")) {
        ledger.listed(Side.SOURCE, item(key, "1"));
        ledger.saw(Side.SOURCE, item(key, "1"));
        ledger.saw(Side.DESTINATION, item(key, "1"));
      }
      ledger.listedLater(item("overwritten", "2"));
      ledger.listedLater(item("quiet", "1"));
      ledger.listedLater(item("written", "1"));
      changes();

      assertThat(ledger.setChangedApart()).isEqualTo(2);
      assertThat(ledger.items(Side.SOURCE)).isEqualTo(1);
      assertThat(ledger.items(Side.DESTINATION)).isEqualTo(1);
      assertThat(ledger.holds(Side.SOURCE, ItemId.of("object", "quiet"))).isTrue();
    }
  }
}
