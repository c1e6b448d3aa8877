package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationPageTests {

  private static final Page PAGE = Page.of("translations.md");

  private final TranslationRules rules = TranslationRules.shipped();

  @Test
  void thePageSaysWhatTheRulesSay() throws IOException {
    assertThat(PAGE.rowsBelow("## Translated")).isEqualTo(rows(rules.translations()));
    assertThat(PAGE.rowsBelow("## Warned of")).isEqualTo(rows(rules.warnings()));
    assertThat(PAGE.rowsBelow("## Never restored")).isEqualTo(rows(rules.neverRestored()));
  }

  @Test
  void noTwoRulesHaveOneName() {
    assertThat(all().map(TranslationRule::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleSaysWhyInASentenceAndWhereThatCanBeRead() {
    assertThat(all()).allSatisfy(rule -> {
      assertThat(rule.because()).matches("[A-Z].*\\.");
      assertThat(rule.what()).matches("[a-z].*[^.]");
      assertThat(rule.source()).startsWith("https://");
    });
  }

  @Test
  void everyRuleIsAboutSomething() {
    assertThat(all())
        .allSatisfy(rule ->
            assertThat(rule.at().size() + rule.terms().size()).as(rule.name()).isPositive());
  }

  private Stream<TranslationRule> all() {
    return Stream.of(rules.translations(), rules.warnings(), rules.neverRestored())
        .flatMap(List::stream);
  }

  private static List<String> rows(List<TranslationRule> rules) {
    return rules.stream()
        .map(rule -> "| `%s` | %s | %s | [read](%s) |"
            .formatted(rule.name(), rule.what(), rule.because(), rule.source()))
        .toList();
  }
}
