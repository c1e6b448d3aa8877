package eu.sortie.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Fingerprint;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** The database against two maps in memory. */
class LedgerPropertyTests {

  private static final Trait ONE = Trait.compared("one");
  private static final Trait TWO = Trait.compared("two");
  private static final Trait ETAG = Trait.recorded("etag");
  private static final Kind KIND = new Kind("object", List.of(ONE, ETAG, TWO));
  private static final Kinds KINDS = Kinds.of(KIND, new Kind("bucket", List.of(ONE, ETAG, TWO)));
  private static final List<Trait> COMPARED = List.of(ONE, TWO);

  /** What is found, by whichever way. */
  private record Found(Fidelity fidelity, List<Loss> losses, List<ItemId> different) {
    Found {
      // The ledger reads in the order of keys, whatever the kinds.
      losses = losses.stream().sorted(Comparator.comparing(Loss::id)).toList();
      different = different.stream().sorted().toList();
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void pairingInTheDatabaseFindsWhatPairingInMemoryFinds(
      @ForAll("inventories") Map<ItemId, Item> source,
      @ForAll("inventories") Map<ItemId, Item> destination)
      throws IOException {
    assertThat(inLedger(source, destination, 1_000_000)).isEqualTo(inMemory(source, destination));
  }

  /** Three rows to a range stand for as many as a sort has room for. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void whatIsFoundDoesNotDependOnTheRangesItIsReadIn(
      @ForAll("inventories") Map<ItemId, Item> source,
      @ForAll("inventories") Map<ItemId, Item> destination)
      throws IOException {
    assertThat(inLedger(source, destination, 3)).isEqualTo(inMemory(source, destination));
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aListingIsInOrderAndCompleteInWhateverRangesItIsRead(
      @ForAll("inventories") Map<ItemId, Item> source) throws IOException {
    var folder = Files.createTempDirectory("ledger");
    try (var ledger = DuckLedger.create(folder, KINDS, KINDS.only(COMPARED), 3)) {
      source.values().forEach(item -> ledger.listed(Side.SOURCE, item));
      source.values().forEach(item -> ledger.listed(Side.SOURCE, item));
      ledger.settle();
      var listed = new ArrayList<Item>();
      ledger.eachHistory(
          Side.SOURCE, (history, read) -> history.forEach(one -> listed.add(one.item())));

      assertThat(listed).containsExactlyInAnyOrderElementsOf(new TreeMap<>(source).values());
      assertThat(listed.stream().map(item -> item.id().key()).distinct())
          .containsExactlyElementsOf(source.keySet().stream()
              .map(id -> ItemId.of("object", id.key()))
              .sorted()
              .map(ItemId::key)
              .distinct()
              .toList());
    } finally {
      remove(folder);
    }
  }

  private static Found inMemory(Map<ItemId, Item> source, Map<ItemId, Item> destination) {
    var fidelity = Fidelity.NONE;
    var losses = new ArrayList<Loss>();
    var different = new ArrayList<ItemId>();
    var ids = new TreeSet<>(source.keySet());
    ids.addAll(destination.keySet());
    for (var id : ids) {
      var comparison = compare(source.get(id), destination.get(id));
      fidelity = fidelity.plus(Fidelity.of(comparison));
      losses.addAll(comparison.losses());
      if (!sameFingerprint(source.get(id), destination.get(id))) {
        different.add(id);
      }
    }
    return new Found(fidelity, losses, different);
  }

  private static Found inLedger(
      Map<ItemId, Item> source, Map<ItemId, Item> destination, long mostSorted) throws IOException {
    var folder = Files.createTempDirectory("ledger");
    try (var ledger = DuckLedger.create(folder, KINDS, KINDS.only(COMPARED), mostSorted)) {
      source.values().forEach(item -> ledger.saw(Side.SOURCE, item));
      destination.values().forEach(item -> ledger.saw(Side.DESTINATION, item));
      ledger.settle();

      var fidelity = new Fidelity[] {ledger.alike()};
      var losses = new ArrayList<Loss>();
      var different = new ArrayList<ItemId>();
      ledger.eachDifferent(pair -> {
        var comparison = compare(pair.before(), pair.after());
        fidelity[0] = fidelity[0].plus(Fidelity.of(comparison));
        losses.addAll(comparison.losses());
        different.add(pair.before() == null ? pair.after().id() : pair.before().id());
      });
      return new Found(fidelity[0], losses, different);
    } finally {
      remove(folder);
    }
  }

  private static Comparison compare(Item before, Item after) {
    if (after == null) {
      return Comparison.missing(before, COMPARED);
    }
    return before == null ? Comparison.unexpected(after) : Comparison.of(before, after, COMPARED);
  }

  private static boolean sameFingerprint(Item before, Item after) {
    return before != null
        && after != null
        && Arrays.equals(Fingerprint.of(before, COMPARED), Fingerprint.of(after, COMPARED));
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Over names so few that the two inventories meet, and values so few that many agree. */
  @Provide
  Arbitrary<Map<ItemId, Item>> inventories() {
    var keys = Arbitraries.of("a", "é", "e\u0301", "～", "😀", "\u0000", "A", "a/", "it's");
    var ids = Combinators.combine(Arbitraries.of("object", "bucket"), keys, Arbitraries.of("", "1"))
        .as(ItemId::new);
    var items = Combinators.combine(ids, values(), values(), values())
        .as((id, one, two, etag) -> new Item(id, Map.of(ONE, one, TWO, two, ETAG, etag)));
    return items.list().ofMaxSize(40).map(list -> {
      var byId = new HashMap<ItemId, Item>();
      list.forEach(item -> byId.put(item.id(), item));
      return byId;
    });
  }

  private static Arbitrary<Value> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(Value.text("t"))),
        Tuple.of(1, Arbitraries.just(Value.text(""))),
        Tuple.of(1, Arbitraries.just(Value.absent())),
        Tuple.of(1, Arbitraries.of("denied", "late").map(Value::unknown)),
        Tuple.of(
            2, Arbitraries.of("1", "2").map(value -> Value.entries(Map.of("a", value, "é", "3")))));
  }
}
