package eu.sortie.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTests {

  private final Recording source = Recording.of(Map.of("status", "200", "body", "one"));

  @Test
  void isTheSameAsItself() {
    assertThat(source.differences(source)).isEmpty();
  }

  @Test
  void namesWhatIsNotTheSame() {
    assertThat(source.differences(Recording.of(Map.of("status", "200", "body", "two"))))
        .containsExactly("body: at the source one, here two");
  }

  @Test
  void namesWhatOnlyOneOfThemHas() {
    assertThat(source.differences(Recording.of(Map.of("status", "200", "header age", "3"))))
        .containsExactly(
            "body: at the source one, here none", "header age: at the source none, here 3");
  }

  @Test
  void quotesNoLongTextForEver() {
    var other = Recording.of(Map.of("status", "200", "body", "x".repeat(5000)));

    assertThat(source.differences(other)).singleElement().asString().hasSizeLessThan(130);
  }

  @Test
  void isToldByNamesAloneForAnAnswerMayBeNobodysBusiness() {
    assertThat(Recording.of(Map.of("body.password", "hunter2", "status", "200")).words())
        .isEqualTo("body.password, status");
  }

  @Test
  void saysWhyThereIsNone() {
    assertThat(Recording.unknown("nobody answered").words()).isEqualTo("nobody answered");
  }
}
