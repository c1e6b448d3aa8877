package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FidelityTests {

  private static final Trait TYPE = Trait.compared("content-type");
  private static final Trait TAGS = Trait.compared("tags");
  private static final ItemId ID = ItemId.of("object", "a");
  private static final Item ITEM =
      new Item(ID, Map.of(TYPE, Value.text("image/jpeg"), TAGS, Value.absent()));

  @Nested
  class OfOneComparison {

    @Test
    void anItemThatArrivedIsCountedInEachTrait() {
      var fidelity = Fidelity.of(
          Comparison.of(ITEM, ITEM.with(TYPE, Value.text("image/png")), List.of(TYPE, TAGS)));

      assertThat(fidelity.items()).isEqualTo(1);
      assertThat(fidelity.arrived()).isEqualTo(1);
      assertThat(fidelity.missing()).isZero();
      assertThat(fidelity.unexpected()).isZero();
      assertThat(fidelity.traits())
          .containsExactly(
              entry(TYPE, new Tally(0, 1, 0, 0, 0)), entry(TAGS, new Tally(0, 0, 0, 0, 1)));
    }

    @Test
    void aMissingItemWasAtTheSourceAndDidNotArrive() {
      assertThat(Fidelity.of(Comparison.missing(ITEM, List.of(TYPE))))
          .isEqualTo(
              new Fidelity(1, 0, 1, 0, new TreeMap<>(Map.of(TYPE, new Tally(0, 0, 1, 0, 0)))));
    }

    @Test
    void anUnexpectedItemWasNeverAtTheSource() {
      assertThat(Fidelity.of(Comparison.unexpected(ITEM)))
          .isEqualTo(new Fidelity(0, 0, 0, 1, new TreeMap<>()));
    }
  }

  @Nested
  class OfMany {

    @Test
    void itemsThatFaredAlikeAreCountedAtOnce() {
      assertThat(Fidelity.arrived(Map.of(TYPE, Fate.KEPT, TAGS, Fate.UNKNOWN), 7))
          .isEqualTo(new Fidelity(
              7,
              7,
              0,
              0,
              new TreeMap<>(
                  Map.of(TYPE, new Tally(7, 0, 0, 0, 0), TAGS, new Tally(0, 0, 0, 7, 0)))));
    }

    @Test
    void twoPartsOfAnEstateAddUp() {
      var one = new Fidelity(10, 7, 3, 2, new TreeMap<>(Map.of(TYPE, new Tally(1, 2, 3, 4, 5))));
      var other = new Fidelity(
          100,
          70,
          30,
          20,
          new TreeMap<>(
              Map.of(TYPE, new Tally(10, 20, 30, 40, 50), TAGS, new Tally(1, 0, 0, 0, 0))));

      assertThat(one.plus(other))
          .isEqualTo(new Fidelity(
              110,
              77,
              33,
              22,
              new TreeMap<>(
                  Map.of(TYPE, new Tally(11, 22, 33, 44, 55), TAGS, new Tally(1, 0, 0, 0, 0)))));
    }

    @Test
    void nothingAddsNothing() {
      var some = Fidelity.arrived(Map.of(TYPE, Fate.KEPT), 7);

      assertThat(Fidelity.NONE.plus(some)).isEqualTo(some);
      assertThat(some.plus(Fidelity.NONE)).isEqualTo(some);
    }

    @Test
    void aTraitNobodyComparedHasNoItems() {
      assertThat(Fidelity.NONE.tally(TYPE)).isEqualTo(Tally.NONE);
      assertThat(Fidelity.arrived(Map.of(TYPE, Fate.KEPT), 7).tally(TYPE).kept())
          .isEqualTo(7);
    }

    @Test
    void itDoesNotChange() {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> Fidelity.NONE.traits().put(TYPE, Tally.NONE));
    }
  }

  @Nested
  class Tallies {

    @Test
    void eachFateHasItsOwnCount() {
      var tally = Tally.NONE
          .plus(Fate.KEPT, 1)
          .plus(Fate.ALTERED, 20)
          .plus(Fate.LOST, 300)
          .plus(Fate.UNKNOWN, 4000)
          .plus(Fate.ABSENT, 50000);

      assertThat(tally).isEqualTo(new Tally(1, 20, 300, 4000, 50000));
      assertThat(tally
              .plus(Fate.KEPT, 1)
              .plus(Fate.ALTERED, 1)
              .plus(Fate.LOST, 1)
              .plus(Fate.UNKNOWN, 1)
              .plus(Fate.ABSENT, 1))
          .isEqualTo(new Tally(2, 21, 301, 4001, 50001));
    }

    @Test
    void theUnknownWereLookedAtButNotObserved() {
      var tally = new Tally(1, 20, 300, 4000, 50000);

      assertThat(tally.items()).isEqualTo(54321);
      assertThat(tally.observed()).isEqualTo(50321);
    }
  }
}
