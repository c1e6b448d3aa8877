package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentSchemaTests {

  private static final Schemas SCHEMA = Schemas.of("environment");

  static Stream<String> valid() {
    return EnvironmentSamples.valid();
  }

  static Stream<Sample> invalid() {
    return EnvironmentSamples.invalid().filter(Sample::bySchemaToo);
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
  void knowsTheTariffsWeShip() {
    assertThat(SCHEMA.json().at("/properties/tariffs/additionalProperties/anyOf/0/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(PriceBook.names());
  }

  @Test
  void knowsTheCapabilitiesWeShip() {
    assertThat(SCHEMA.json().at("/$defs/end/properties/capabilities/anyOf/0/enum"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(CapabilityBook.names());
  }

  @Test
  void isASchemaItself() {
    assertThat(SCHEMA.complaintsOfTheDraft()).isEmpty();
  }
}
