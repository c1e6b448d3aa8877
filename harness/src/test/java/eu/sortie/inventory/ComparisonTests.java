package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComparisonTests {

  private static final Trait TYPE = Trait.compared("content-type");
  private static final Trait METADATA = Trait.compared("user-metadata");
  private static final ItemId ID = ItemId.of("object", "2026/0412.jpg");

  private static Item item(Trait trait, Value value) {
    return new Item(ID, Map.of(trait, value));
  }

  private static Comparison compare(Trait trait, Value was, Value became) {
    return Comparison.of(item(trait, was), item(trait, became), List.of(trait));
  }

  private static Loss altered(Trait trait, Change change, String was, String became) {
    return new Loss.Altered(ID, trait, change, was, became);
  }

  @Nested
  class OfTexts {

    @Test
    void theSameTextIsKept() {
      var same = compare(TYPE, Value.text("image/jpeg"), Value.text("image/jpeg"));

      assertThat(same.fates()).containsExactly(entry(TYPE, Fate.KEPT));
      assertThat(same.losses()).isEmpty();
    }

    @Test
    void anotherTextIsAltered() {
      var other = compare(TYPE, Value.text("image/jpeg"), Value.text("image/png"));

      assertThat(other.fates()).containsExactly(entry(TYPE, Fate.ALTERED));
      assertThat(other.losses())
          .containsExactly(altered(TYPE, Change.ALTERED, "image/jpeg", "image/png"));
    }

    @Test
    void aTextThatIsGoneIsLost() {
      var gone = compare(TYPE, Value.text("image/jpeg"), Value.absent());

      assertThat(gone.fates()).containsExactly(entry(TYPE, Fate.LOST));
      assertThat(gone.losses()).containsExactly(altered(TYPE, Change.LOST, "image/jpeg", ""));
    }

    @Test
    void aTextFromNowhereIsAdded() {
      var added = compare(TYPE, Value.absent(), Value.text("binary/octet-stream"));

      assertThat(added.fates()).containsExactly(entry(TYPE, Fate.ALTERED));
      assertThat(added.losses())
          .containsExactly(altered(TYPE, Change.ADDED, "", "binary/octet-stream"));
    }

    @Test
    void aTextThatBecameEntriesIsOneLoss() {
      var turned = compare(TYPE, Value.text("x"), Value.entries(Map.of("a", "1", "b", "2")));

      assertThat(turned.losses()).containsExactly(altered(TYPE, Change.ALTERED, "x", "{a=1, b=2}"));
    }

    @Test
    void entriesThatBecameATextAreOneLoss() {
      var turned = compare(TYPE, Value.entries(Map.of("a", "1", "b", "2")), Value.text("x"));

      assertThat(turned.losses()).containsExactly(altered(TYPE, Change.ALTERED, "{a=1, b=2}", "x"));
    }
  }

  @Nested
  class OfEntries {

    @Test
    void eachEntryThatChangedIsALossOfItsOwnByName() {
      var changed = compare(
          METADATA,
          Value.entries(Map.of("owner", "Ægir", "gone", "g", "same", "s")),
          Value.entries(Map.of("owner", "?gir", "came", "c", "same", "s")));

      assertThat(changed.fates()).containsExactly(entry(METADATA, Fate.ALTERED));
      assertThat(changed.losses())
          .containsExactly(
              altered(METADATA, Change.ADDED, "", "came: \"c\""),
              altered(METADATA, Change.LOST, "gone: \"g\"", ""),
              altered(METADATA, Change.ALTERED, "owner: \"Ægir\"", "owner: \"?gir\""));
    }

    @Test
    void allOfThemGoneIsLostEntryByEntry() {
      var gone = compare(METADATA, Value.entries(Map.of("a", "1", "b", "2")), Value.absent());

      assertThat(gone.fates()).containsExactly(entry(METADATA, Fate.LOST));
      assertThat(gone.losses())
          .containsExactly(
              altered(METADATA, Change.LOST, "a: \"1\"", ""),
              altered(METADATA, Change.LOST, "b: \"2\"", ""));
    }

    @Test
    void anEmptyEntryThatIsGoneIsNamed() {
      var gone = compare(
          METADATA, Value.entries(Map.of("a", "", "b", "2")), Value.entries(Map.of("b", "2")));

      assertThat(gone.losses()).containsExactly(altered(METADATA, Change.LOST, "a: \"\"", ""));
    }
  }

  @Nested
  class OfTheUnknown {

    @Test
    void whatTheSourceDidNotShowIsUnknown() {
      var unseen = compare(TYPE, Value.unknown("denied"), Value.text("image/jpeg"));

      assertThat(unseen.fates()).containsExactly(entry(TYPE, Fate.UNKNOWN));
      assertThat(unseen.losses()).isEmpty();
    }

    @Test
    void whatTheDestinationDoesNotShowIsUnknown() {
      var unseen = compare(TYPE, Value.text("image/jpeg"), Value.unknown("denied"));

      assertThat(unseen.fates()).containsExactly(entry(TYPE, Fate.UNKNOWN));
      assertThat(unseen.losses()).isEmpty();
    }

    @Test
    void twoUnknownsOfOneReasonAreNotKept() {
      assertThat(compare(TYPE, Value.unknown("denied"), Value.unknown("denied")).fates())
          .containsExactly(entry(TYPE, Fate.UNKNOWN));
    }

    @Test
    void whatNobodyLookedAtIsUnknown() {
      var nothing = new Item(ID, Map.of());

      assertThat(Comparison.of(nothing, nothing, List.of(TYPE)).fates())
          .containsExactly(entry(TYPE, Fate.UNKNOWN));
    }

    @Test
    void absentAtBothEndsIsAbsent() {
      assertThat(compare(TYPE, Value.absent(), Value.absent()).fates())
          .containsExactly(entry(TYPE, Fate.ABSENT));
    }
  }

  @Nested
  class OfWholeItems {

    @Test
    void aMissingItemLosesEveryTraitItHad() {
      var item = new Item(
          ID,
          Map.of(
              TYPE,
              Value.text("image/jpeg"),
              METADATA,
              Value.absent(),
              Trait.compared("tags"),
              Value.unknown("denied")));
      var missing = Comparison.missing(item, List.of(TYPE, METADATA, Trait.compared("tags")));

      assertThat(missing.losses()).containsExactly(new Loss.Missing(ID));
      assertThat(missing.fates())
          .containsOnly(
              entry(TYPE, Fate.LOST),
              entry(METADATA, Fate.ABSENT),
              entry(Trait.compared("tags"), Fate.UNKNOWN));
    }

    @Test
    void anUnexpectedItemCountsInNoTrait() {
      var unexpected = Comparison.unexpected(item(TYPE, Value.text("image/jpeg")));

      assertThat(unexpected.losses()).containsExactly(new Loss.Unexpected(ID));
      assertThat(unexpected.fates()).isEmpty();
    }

    @Test
    void itsLossSaysWhatHappened() {
      assertThat(new Loss.Missing(ID).change()).isEqualTo(Change.MISSING);
      assertThat(new Loss.Unexpected(ID).change()).isEqualTo(Change.UNEXPECTED);
    }
  }

  @Nested
  class OnceMade {

    @Test
    void onlyTheTraitsAskedForAreCompared() {
      var comparison = Comparison.of(
          item(TYPE, Value.text("a")), item(TYPE, Value.text("b")), List.of(METADATA));

      assertThat(comparison.fates()).containsOnlyKeys(METADATA);
      assertThat(comparison.losses()).isEmpty();
    }

    @Test
    void cannotBeChanged() {
      var comparison = compare(TYPE, Value.text("a"), Value.text("b"));

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> comparison.fates().put(TYPE, Fate.KEPT));
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> comparison.losses().clear());
    }
  }
}
