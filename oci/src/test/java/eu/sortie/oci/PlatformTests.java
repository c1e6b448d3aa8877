package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTests {

  @ParameterizedTest
  @CsvSource({
    "linux/amd64,  linux/amd64,    true",
    "linux/amd64,  linux/arm64,    false",
    "linux/amd64,  windows/amd64,  false",
    "linux/arm64,  linux/arm64/v8, true",
    "linux/arm64/v8, linux/arm64,  true",
    "linux/arm/v6, linux/arm/v7,   false",
  })
  void aNodeRunsWhatIsMadeForIt(String node, String image, boolean runs) {
    assertThat(platform(node).runs(platform(image))).isEqualTo(runs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "amd64", "linux/", "linux/amd64/v1/x", "linux amd64"})
  void whatIsNoneIsNone(String written) {
    assertThat(Platform.parse(written)).isEmpty();
  }

  @Test
  void anAttestationHasNone() {
    assertThat(Platform.of(json("{\"os\":\"unknown\",\"architecture\":\"unknown\"}")))
        .isEmpty();
    assertThat(Platform.of(json("{}"))).isEmpty();
  }

  @Test
  void aVersionOfWindowsIsPartOfIt() {
    assertThat(Platform.of(json(
            "{\"os\":\"windows\",\"architecture\":\"amd64\",\"os.version\":\"10.0.20348.1\"}")))
        .map(Platform::toString)
        .contains("windows/amd64 10.0.20348.1");
  }

  @Test
  void anImageIsForeignWhereNoNodeRunsAnyOfItsPlatforms() {
    var nodes = List.of(platform("linux/amd64"));
    assertThat(Platforms.foreign(Set.of("linux/arm64"), nodes))
        .isEqualTo(Value.text("runs on linux/arm64; the nodes are linux/amd64"));
    assertThat(Platforms.foreign(Set.of("linux/amd64", "linux/arm64"), nodes))
        .isEqualTo(Value.absent());
    assertThat(Platforms.foreign(Set.of("windows/amd64 10.0.20348.1"), nodes))
        .isInstanceOf(Value.Text.class);
  }

  @Test
  void whatSaysNoPlatformIsForeignNowhere() {
    assertThat(Platforms.foreign(Set.of(), List.of(platform("linux/amd64"))))
        .isEqualTo(Value.absent());
  }

  private static Platform platform(String written) {
    return Platform.parse(written).orElseThrow();
  }

  private static JsonNode json(String text) {
    return Manifest.json(text.getBytes(StandardCharsets.UTF_8));
  }
}
