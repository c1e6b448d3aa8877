package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComparisonPropertyTests {

  private static final ItemId ID = ItemId.of("object", "a");
  private static final List<Trait> TRAITS =
      IntStream.range(0, 4).mapToObj(i -> Trait.compared("t" + i)).toList();

  @Property
  void anItemComparedWithItselfHasNoLoss(@ForAll("values") List<Value> values) {
    var comparison = Comparison.of(item(values), item(values), TRAITS);

    assertThat(comparison.losses()).isEmpty();
    assertThat(comparison.fates()).containsOnlyKeys(TRAITS);
    assertThat(comparison.fates().values()).doesNotContain(Fate.ALTERED, Fate.LOST);
  }

  @Property
  void everyDifferenceIsNamedAndNothingElse(@ForAll("sights") List<Sight> sights) {
    var comparison = compare(sights);

    var named = new ArrayList<Loss>();
    for (int i = 0; i < sights.size(); i++) {
      for (var loss : sights.get(i).losses()) {
        named.add(new Loss.Altered(ID, TRAITS.get(i), loss.change(), loss.was(), loss.became()));
      }
    }
    assertThat(comparison.losses()).containsExactlyElementsOf(named);
  }

  @Property
  void everyTraitHasTheFateThatBefellIt(@ForAll("sights") List<Sight> sights) {
    var fates = new TreeMap<Trait, Fate>();
    for (int i = 0; i < sights.size(); i++) {
      fates.put(TRAITS.get(i), sights.get(i).fate());
    }
    assertThat(compare(sights).fates()).isEqualTo(fates);
  }

  @Property
  void fingerprintsAgreeWhereNoComparedTraitDiffers(@ForAll("sights") List<Sight> sights) {
    assertThat(sameFingerprint(before(sights), after(sights)))
        .isEqualTo(sights.stream().noneMatch(Sight::differs));
  }

  @Property
  void fingerprintsOfUnrelatedItemsAgreeWhereTheirValuesDo(
      @ForAll("values") List<Value> some, @ForAll("values") List<Value> others) {
    var same = IntStream.range(0, TRAITS.size())
        .allMatch(i -> some.get(i).equals(others.get(i))
            || (some.get(i) instanceof Value.Unknown && others.get(i) instanceof Value.Unknown));

    assertThat(sameFingerprint(item(some), item(others))).isEqualTo(same);
  }

  @Property
  void whatAgreesInItsFingerprintHasNoLoss(
      @ForAll("values") List<Value> some, @ForAll("values") List<Value> others) {
    var noLoss = Comparison.of(item(some), item(others), TRAITS).losses().isEmpty();

    assertThat(noLoss || !sameFingerprint(item(some), item(others))).isTrue();
  }

  @Property
  void theCountsAddUp(@ForAll("estates") List<List<Sight>> estate) {
    var sum = Fidelity.NONE;
    var losses = 0;
    for (int i = 0; i < estate.size(); i++) {
      // Every third item never arrives, and as many come from nowhere.
      var comparison =
          i % 3 == 2 ? Comparison.missing(before(estate.get(i)), TRAITS) : compare(estate.get(i));
      losses += i % 3 == 2 ? 1 : 0;
      sum = sum.plus(Fidelity.of(comparison));
      if (i % 3 == 2) {
        sum = sum.plus(Fidelity.of(Comparison.unexpected(after(estate.get(i)))));
      }
    }

    assertThat(sum.items()).isEqualTo(estate.size()).isEqualTo(sum.arrived() + sum.missing());
    assertThat(sum.missing()).isEqualTo(losses).isEqualTo(sum.unexpected());
    for (var trait : TRAITS) {
      var tally = sum.tally(trait);
      assertThat(tally.items()).isEqualTo(estate.size());
      assertThat(tally.observed() + tally.unknown()).isEqualTo(tally.items());
    }
  }

  @Provide
  Arbitrary<List<Sight>> sights() {
    return Sight.any().list().ofSize(TRAITS.size());
  }

  @Provide
  Arbitrary<List<List<Sight>>> estates() {
    return sights().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Value>> values() {
    return Arbitraries.of(
            Value.text(""),
            Value.text("a"),
            Value.absent(),
            Value.unknown("denied"),
            Value.unknown("late"),
            Value.entries(Map.of("a", "")),
            Value.entries(Map.of("a", "1", "b", "2")))
        .list()
        .ofSize(TRAITS.size());
  }

  private static Comparison compare(List<Sight> sights) {
    return Comparison.of(before(sights), after(sights), TRAITS);
  }

  private static Item before(List<Sight> sights) {
    return item(sights.stream().map(Sight::was).toList());
  }

  private static Item after(List<Sight> sights) {
    return item(sights.stream().map(Sight::became).toList());
  }

  private static Item item(List<Value> values) {
    var item = new Item(ID, Map.of());
    for (int i = 0; i < values.size(); i++) {
      item = item.with(TRAITS.get(i), values.get(i));
    }
    return item;
  }

  private static boolean sameFingerprint(Item one, Item other) {
    return Arrays.equals(Fingerprint.of(one, TRAITS), Fingerprint.of(other, TRAITS));
  }
}
