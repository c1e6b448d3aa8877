package eu.sortie.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.ecs.Reasons.Reason;
import eu.sortie.k8s.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EcsPageTests {

  private static final Page PAGE = Page.of("ecs.md");

  private final Reasons reasons = Reasons.shipped();

  @Test
  void thePageSaysWhatTheRulesSay() throws IOException {
    assertThat(PAGE.rowsBelow("## Translated"))
        .isEqualTo(Stream.of(Rule.values())
            .map(rule -> "| `%s` | %s | %s |".formatted(rule.label(), rule.what(), rule.because()))
            .toList());
    assertThat(PAGE.rowsBelow("## Lost by name")).isEqualTo(rows(reasons.lost()));
    assertThat(PAGE.rowsBelow("## Says nothing")).isEqualTo(rows(reasons.saysNothing()));
  }

  @Test
  void everyRuleAndFieldSaysWhyInASentence() {
    assertThat(Stream.concat(
            Stream.of(Rule.values()).map(Rule::because),
            Stream.concat(reasons.lost().stream(), reasons.saysNothing().stream())
                .map(Reason::because)))
        .allSatisfy(because -> assertThat(because).matches("[A-Z].*\\."));
  }

  @Test
  void noFieldIsInBothLists() {
    assertThat(Stream.concat(reasons.lost().stream(), reasons.saysNothing().stream())
            .map(Reason::field))
        .doesNotHaveDuplicates();
  }

  private static List<String> rows(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> "| `%s` | %s |".formatted(reason.field(), reason.because()))
        .toList();
  }
}
