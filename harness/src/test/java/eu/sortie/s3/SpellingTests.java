package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTests {

  private static boolean matters(Trait trait, Value value) {
    return Spelling.matters(new Item(ItemId.of("object", "ключ"), Map.of(trait, value)));
  }

  @Test
  void textIsHandedOnAsItIs() {
    assertThat(Spelling.TEXT.of("Ægir")).isEqualTo("Ægir");
  }

  @Test
  void bytesAreTheUtf8BytesEachAsACharacter() {
    assertThat(Spelling.BYTES.of("Ægir"))
        .isEqualTo("\u00c3\u0086gir")
        .satisfies(bytes -> assertThat(bytes.getBytes(StandardCharsets.ISO_8859_1))
            .isEqualTo("Ægir".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void mattersWhereAHeaderHoldsMoreThanAscii() {
    assertThat(matters(ObjectTraits.CONTENT_DISPOSITION, Value.text("Ægir"))).isTrue();
    assertThat(matters(ObjectTraits.USER_METADATA, Value.entries(Map.of("owner", "Ægir"))))
        .isTrue();
  }

  @Test
  void doesNotMatterForKeysAndTagsSinceTheyTravelEscaped() {
    assertThat(matters(ObjectTraits.TAGS, Value.entries(Map.of("owner", "Ægir"))))
        .isFalse();
    assertThat(matters(ObjectTraits.CONTENT_TYPE, Value.text("text/plain"))).isFalse();
    assertThat(matters(ObjectTraits.CONTENT_TYPE, Value.absent())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "Ægir", "日本", "\ud83d\ude00", "e\u0301", ""})
  void whatWasUtf8IsTextAgain(String text) {
    assertThat(Utf8Headers.asText(Utf8Headers.asBytes(text))).isEqualTo(text);
  }

  @Property(tries = 200)
  void everyTextComesBack(@ForAll String text) {
    var carried = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(Utf8Headers.asText(Utf8Headers.asBytes(text))).isEqualTo(carried);
  }

  @Test
  void bytesThatAreNoUtf8StayTheLettersTheyAre() {
    assertThat(Utf8Headers.asText("\u00c6gir")).isEqualTo("\u00c6gir");
  }
}
