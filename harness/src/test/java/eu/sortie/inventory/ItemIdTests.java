package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.text.Normalizer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ItemIdTests {

  @Nested
  class Names {

    @Test
    void theCurrentItemHasNoVersion() {
      assertThat(ItemId.of("object", "a/b.jpg")).isEqualTo(new ItemId("object", "a/b.jpg", ""));
    }

    @Test
    void itIsPrintedAsItsKey() {
      assertThat(ItemId.of("object", "a b.jpg")).hasToString("a b.jpg");
    }

    @Test
    void aVersionIsPrintedBehindTheKey() {
      assertThat(new ItemId("object", "a", "v7")).hasToString("a @ v7");
    }

    @Test
    void twoSpellingsOfOneLetterAreTwoKeys() {
      var composed = Normalizer.normalize("é", Normalizer.Form.NFC);
      var decomposed = Normalizer.normalize("é", Normalizer.Form.NFD);

      assertThat(ItemId.of("object", composed)).isNotEqualTo(ItemId.of("object", decomposed));
    }

    @Test
    void noPartMayBeNull() {
      assertThatNullPointerException()
          .isThrownBy(() -> new ItemId(null, "key", ""))
          .withMessage("kind");
      assertThatNullPointerException()
          .isThrownBy(() -> new ItemId("object", null, ""))
          .withMessage("key");
      assertThatNullPointerException()
          .isThrownBy(() -> new ItemId("object", "key", null))
          .withMessage("version");
    }
  }

  @Nested
  class Order {

    @Test
    void kindComesBeforeKeyBeforeVersion() {
      assertThat(new ItemId("a", "z", "z")).isLessThan(new ItemId("b", "a", "a"));
      assertThat(new ItemId("a", "a", "z")).isLessThan(new ItemId("a", "b", "a"));
      assertThat(new ItemId("a", "a", "a")).isLessThan(new ItemId("a", "a", "b"));
    }

    @Test
    void aKeyComesBeforeEveryKeyItBegins() {
      assertThat(ItemId.of("object", "a")).isLessThan(ItemId.of("object", "a/"));
      assertThat(ItemId.of("object", "a/")).isGreaterThan(ItemId.of("object", "a"));
    }

    @Test
    void beyondTheBasicPlaneComesBehindAllOfIt() {
      // UTF-16 has it the other way round: D83D is less than FF5E.
      assertThat(ItemId.of("object", "😀")).isGreaterThan(ItemId.of("object", "～"));
    }
  }
}
