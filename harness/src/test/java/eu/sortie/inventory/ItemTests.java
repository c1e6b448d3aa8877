package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ItemTests {

  private static final Trait SIZE = Trait.compared("size");
  private static final Trait ETAG = Trait.recorded("etag");
  private static final ItemId ID = ItemId.of("object", "a");

  @Nested
  class Items {

    @Test
    void showWhatWasSeen() {
      assertThat(new Item(ID, Map.of(SIZE, Value.text("7"))).value(SIZE))
          .isEqualTo(Value.text("7"));
    }

    @Test
    void doNotKnowWhatNobodyLookedAt() {
      assertThat(new Item(ID, Map.of()).value(SIZE)).isEqualTo(Value.unknown("not looked at"));
    }

    @Test
    void areTheSameBesidesTheTraitSeenAgain() {
      var item = new Item(ID, Map.of(SIZE, Value.text("7"), ETAG, Value.text("e")));

      assertThat(item.with(SIZE, Value.text("8")))
          .isEqualTo(new Item(ID, Map.of(SIZE, Value.text("8"), ETAG, Value.text("e"))));
      assertThat(item.value(SIZE)).isEqualTo(Value.text("7"));
    }

    @Test
    void doNotChange() {
      var traits = new HashMap<Trait, Value>();
      var item = new Item(ID, traits);
      traits.put(SIZE, Value.text("7"));

      assertThat(item.traits()).isEmpty();
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> item.traits().put(SIZE, Value.absent()));
    }

    @Test
    void haveAName() {
      assertThatNullPointerException()
          .isThrownBy(() -> new Item(null, Map.of()))
          .withMessage("id");
    }
  }

  @Nested
  class Traits {

    @Test
    void areComparedOrOnlyRecorded() {
      assertThat(SIZE.comparedByDefault()).isTrue();
      assertThat(ETAG.comparedByDefault()).isFalse();
    }

    @Test
    void sortAndPrintByName() {
      assertThat(ETAG).isLessThan(SIZE).hasToString("etag");
      assertThat(SIZE).isGreaterThan(ETAG).isEqualByComparingTo(Trait.compared("size"));
    }

    @Test
    void haveAName() {
      assertThatNullPointerException().isThrownBy(() -> Trait.compared(null)).withMessage("name");
    }
  }

  @Nested
  class Kinds {

    @Test
    void findATraitByItsName() {
      var kind = new Kind("object", List.of(SIZE, ETAG));

      assertThat(kind.trait("etag")).contains(ETAG);
      assertThat(kind.trait("ETag")).isEmpty();
    }

    @Test
    void holdAsManyTraitsAsALedgerHasBits() {
      assertThat(new Kind("wide", traits(Kind.MOST_TRAITS)).traits()).hasSize(Kind.MOST_TRAITS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Kind("wide", traits(Kind.MOST_TRAITS + 1)))
          .withMessage("kind wide has 63 traits, at most 62 fit");
    }

    @Test
    void haveAName() {
      assertThatNullPointerException()
          .isThrownBy(() -> new Kind(null, List.of()))
          .withMessage("name");
    }

    private static List<Trait> traits(int count) {
      return IntStream.range(0, count).mapToObj(i -> Trait.compared("t" + i)).toList();
    }
  }

  @Nested
  class Words {

    @Test
    void changesAndCausesSayThemselvesInLowerCase() {
      assertThat(Change.values())
          .extracting(Change::toString)
          .containsExactly("missing", "unexpected", "lost", "altered", "added");
      assertThat(Cause.values())
          .extracting(Cause::toString)
          .containsExactly("source", "destination", "tool");
    }
  }
}
