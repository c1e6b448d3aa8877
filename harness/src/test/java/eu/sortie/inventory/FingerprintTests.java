package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FingerprintTests {

  private static final Trait TYPE = Trait.compared("type");
  private static final Trait META = Trait.compared("meta");
  private static final Trait ETAG = Trait.recorded("etag");

  private static byte[] of(Trait trait, Value value) {
    return Fingerprint.of(item(Map.of(trait, value)), List.of(trait));
  }

  private static Item item(Map<Trait, Value> traits) {
    return new Item(ItemId.of("object", "a"), traits);
  }

  @Nested
  class Spelling {

    /** An auditor can compute it from the row alone; if this changes, every ledger written before is worthless. */
    @Test
    void isLengthThenBytesOfEachPart() throws Exception {
      var item = item(Map.of(
          TYPE,
          Value.text("é"),
          META,
          Value.entries(Map.of("b", "2", "a", "")),
          ETAG,
          Value.absent(),
          Trait.compared("x"),
          Value.unknown("why")));
      var spelled = "\0\0\0\4typet\0\0\0\2é"
          + "\0\0\0\4metae\0\0\0\2\0\0\0\1a\0\0\0\0\0\0\0\1b\0\0\0\0012"
          + "\0\0\0\4etaga"
          + "\0\0\0\1xu";

      assertThat(Fingerprint.of(item, List.of(TYPE, META, ETAG, Trait.compared("x"))))
          .isEqualTo(MessageDigest.getInstance("SHA-256")
              .digest(spelled.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void partsCannotRunIntoEachOther() {
      assertThat(of(META, Value.entries(Map.of("a", "bc"))))
          .isNotEqualTo(of(META, Value.entries(Map.of("ab", "c"))));
    }

    @Test
    void aTextCannotPretendToBeEntries() {
      assertThat(of(META, Value.text("{a=1}")))
          .isNotEqualTo(of(META, Value.entries(Map.of("a", "1"))));
    }

    @Test
    void absentUnknownAndEmptyAreThreeThings() {
      assertThat(of(TYPE, Value.absent()))
          .isNotEqualTo(of(TYPE, Value.unknown("")))
          .isNotEqualTo(of(TYPE, Value.text("")));
      assertThat(of(TYPE, Value.unknown(""))).isNotEqualTo(of(TYPE, Value.text("")));
    }
  }

  @Nested
  class Scope {

    @Test
    void theReasonOfTheUnknownIsNotInIt() {
      assertThat(of(TYPE, Value.unknown("denied"))).isEqualTo(of(TYPE, Value.unknown("late")));
    }

    @Test
    void traitsNotAskedForAreNotInIt() {
      var one = item(Map.of(TYPE, Value.text("t"), ETAG, Value.text("1")));
      var other = item(Map.of(TYPE, Value.text("t"), ETAG, Value.text("2")));

      assertThat(Fingerprint.of(one, List.of(TYPE)))
          .isEqualTo(Fingerprint.of(other, List.of(TYPE)));
      assertThat(Fingerprint.of(one, List.of(TYPE, ETAG)))
          .isNotEqualTo(Fingerprint.of(other, List.of(TYPE, ETAG)));
    }

    @Test
    void theNameOfTheItemIsNotInIt() {
      var traits = Map.of(TYPE, Value.text("t"));

      assertThat(Fingerprint.of(new Item(ItemId.of("object", "a"), traits), List.of(TYPE)))
          .isEqualTo(Fingerprint.of(new Item(ItemId.of("object", "b"), traits), List.of(TYPE)));
    }

    @Test
    void aValueUnderAnotherTraitIsAnotherFingerprint() {
      assertThat(of(TYPE, Value.text("t"))).isNotEqualTo(of(META, Value.text("t")));
    }
  }
}
