package eu.sortie.scenario;

import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Allowance.lossOfItems;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTests {

  private static Loss lost(Trait trait, String key) {
    return new Loss.Altered(ItemId.of("object", key), trait, Change.LOST, "was", "");
  }

  private static Loss missing(String key) {
    return new Loss.Missing(ItemId.of("object", key));
  }

  private static Loss unexpected(String key) {
    return new Loss.Unexpected(ItemId.of("object", key));
  }

  @Nested
  class OfATrait {

    private final Allowance anywhere = lossOf(STORAGE_CLASS).because("it has one class");

    @Test
    void coversThatTraitOnEveryItem() {
      assertThat(anywhere.covers(lost(STORAGE_CLASS, "a"))).isTrue();
    }

    @Test
    void coversNoOtherTrait() {
      assertThat(anywhere.covers(lost(TAGS, "a"))).isFalse();
    }

    @Test
    void coversNoWholeItem() {
      assertThat(anywhere.covers(missing("a"))).isFalse();
      assertThat(anywhere.covers(unexpected("a"))).isFalse();
    }

    @Test
    void coversOnlyKeysThatBeginAsItSays() {
      var narrow = lossOf(TAGS).under("old/").because("nobody reads them");

      assertThat(narrow.covers(lost(TAGS, "old/a"))).isTrue();
      assertThat(narrow.covers(lost(TAGS, "new/old/a"))).isFalse();
      assertThat(narrow.covers(lost(TAGS, "Old/a"))).isFalse();
    }
  }

  @Nested
  class OfItems {

    private final Allowance under = lossOfItems().under("tmp/").because("they are temporary");

    @Test
    void coversTheMissingAndTheUnexpected() {
      assertThat(under.covers(missing("tmp/a"))).isTrue();
      assertThat(under.covers(unexpected("tmp/a"))).isTrue();
      assertThat(under.covers(missing("a"))).isFalse();
    }

    @Test
    void coversNoTraitOfAnItemThatArrived() {
      assertThat(under.covers(lost(TAGS, "tmp/a"))).isFalse();
    }
  }

  @Nested
  class InWords {

    @Test
    void saysWhatIsAccepted() {
      assertThat(lossOf(TAGS).because("b").words()).isEqualTo("loss of tags");
      assertThat(lossOfItems().under("tmp/").because("b").words())
          .isEqualTo("loss of item under tmp/");
    }

    @Test
    void isOneValueHoweverItIsWritten() {
      assertThat(lossOf(TAGS).under("old/").because("nobody reads them"))
          .isEqualTo(new Allowance("tags", "old/", "nobody reads them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t"})
    void needsABecause(String nothing) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> lossOf(TAGS).because(nothing))
          .withMessage(
              "loss of tags: an allowance needs a because, expected why the loss is accepted");
    }
  }
}
