package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Selection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTests {

  private static final Schemas SCHEMA = Schemas.of("scenario");

  static Stream<String> valid() {
    return ScenarioSamples.valid();
  }

  static Stream<Sample> invalid() {
    return ScenarioSamples.invalid().filter(Sample::bySchemaToo);
  }

  @ParameterizedTest
  @MethodSource("valid")
  void admitsWhatTheReaderAdmits(String valid) {
    assertThat(SCHEMA.complaints(valid)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesWhatTheReaderRefuses(Sample invalid) {
    assertThat(SCHEMA.complaints(invalid.yaml())).isNotEmpty();
  }

  @Test
  void knowsTheTraitsOfWhatLeavesInTheirOrder() {
    assertThat(SCHEMA.json().at("/$defs/trait/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(
            Stream.of(Selection.objects("b"), Selection.resources("n"), Selection.images("r"))
                .flatMap(selection -> selection.kinds().traits().stream())
                .map(Trait::name)
                .distinct()
                .toList());
  }

  @Test
  void isASchemaItself() {
    assertThat(SCHEMA.complaintsOfTheDraft()).isEmpty();
  }
}
