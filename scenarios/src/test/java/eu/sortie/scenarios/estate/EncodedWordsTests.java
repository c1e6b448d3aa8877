package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodedWordsTests {

  @Test
  void quotedOnesStandForTheirText() {
    assertThat(EncodedWords.standFor("Zoë M", "=?UTF-8?q?Zo=C3=AB_M?=")).isTrue();
  }

  @Test
  void base64OnesStandForTheirText() {
    assertThat(EncodedWords.standFor("Zoë", "=?UTF-8?B?Wm/Dqw==?=")).isTrue();
  }

  @Test
  void severalInARowAreOneText() {
    assertThat(EncodedWords.standFor("ÆØ", "=?utf-8?q?=C3=86?= =?utf-8?q?=C3=98?="))
        .isTrue();
  }

  @Test
  void anotherTextIsNotStoodFor() {
    assertThat(EncodedWords.standFor("Zoë", "=?UTF-8?q?Zo=C3=A9?=")).isFalse();
    assertThat(EncodedWords.standFor("Zoë", "Zo?")).isFalse();
  }

  @Test
  void asciiIsNeverShownSo() {
    assertThat(EncodedWords.standFor("Anna", "=?UTF-8?q?Anna?=")).isFalse();
  }

  @Test
  void whatIsMalformedStandsForNothing() {
    assertThat(EncodedWords.standFor("Zoë", "=?UTF-8?q?Zo=ZZ?=")).isFalse();
    assertThat(EncodedWords.standFor("Zoë", "=?UTF-8?B?***?=")).isFalse();
  }
}
