package eu.sortie.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.ecs.Reasons.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EcsPageTests {

  private static final Path PAGE = Path.of("..", "docs", "ecs.md");

  private final Reasons reasons = Reasons.shipped();

  @Test
  void thePageSaysWhatTheRulesSay() throws IOException {
    assertThat(rowsBelow("## Translated"))
        .isEqualTo(Stream.of(Rule.values())
            .map(rule -> "| `%s` | %s | %s |".formatted(rule.label(), rule.what(), rule.because()))
            .toList());
    assertThat(rowsBelow("## Lost by name")).isEqualTo(rows(reasons.lost()));
    assertThat(rowsBelow("## Says nothing")).isEqualTo(rows(reasons.saysNothing()));
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

  private static List<String> rowsBelow(String heading) throws IOException {
    var rows = new ArrayList<String>();
    var below = false;
    for (var line : Files.readAllLines(PAGE)) {
      below = line.startsWith("## ") ? line.equals(heading) : below;
      if (below && line.startsWith("| `")) {
        rows.add(line);
      }
    }
    return rows;
  }
}
