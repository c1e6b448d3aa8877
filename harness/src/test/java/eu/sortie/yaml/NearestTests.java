package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTests {

  private static final List<String> KNOWN =
      List.of("tags", "content", "content-type", "user-metadata");

  @Test
  void theNearestOfSeveralIsMeant() {
    assertThat(Nearest.question("content-typ", KNOWN)).isEqualTo("; did you mean 'content-type'?");
    assertThat(Nearest.question("contend", KNOWN)).isEqualTo("; did you mean 'content'?");
  }

  @Test
  void capitalsUnderscoresAndBlanksAreNoSlips() {
    assertThat(Nearest.question("User Metadata", KNOWN))
        .isEqualTo("; did you mean 'user-metadata'?");
    assertThat(Nearest.question("USER_METADATA", KNOWN))
        .isEqualTo("; did you mean 'user-metadata'?");
  }

  @Test
  void aWordUnlikeAnyOtherIsNotGuessedAt() {
    assertThat(Nearest.question("retention-days", KNOWN)).isEmpty();
    assertThat(Nearest.question("tuna", KNOWN)).isEmpty();
  }

  @Test
  void aWholeParagraphIsNotAWord() {
    assertThat(Nearest.question("x".repeat(41), List.of("x".repeat(41)))).isEmpty();
    assertThat(Nearest.question("x".repeat(40), List.of("x".repeat(41)))).isNotEmpty();
  }
}
