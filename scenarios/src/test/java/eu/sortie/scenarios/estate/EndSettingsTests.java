package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Estate;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndSettingsTests {

  private static final Map<String, String> SETTINGS = Map.of(
      "endpoint", "http://127.0.0.1:1", "access-key", "access", "secret-key", "hidden-from-all");

  private static End end(boolean live, String protocol, Map<String, String> instead) {
    var settings = new HashMap<>(SETTINGS);
    settings.putAll(instead);
    return End.of("aws", live, protocol, settings, Capabilities.UNSTATED);
  }

  @Nested
  class Refused {

    @Test
    void everyLiveEndByEveryEstate() {
      var live = end(true, "s3", Map.of());

      assertThat(ServiceLoader.load(Estate.class))
          .hasSize(2)
          .allSatisfy(estate -> assertThatThrownBy(() -> estate.plant(live))
              .isInstanceOf(Misuse.class)
              .hasMessageContaining("'aws' is live, expected an emulated end"));
      assertThatThrownBy(() -> new FolderEstate(java.nio.file.Path.of(".")).plant(live))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("'aws' is live");
    }

    @Test
    void anEndThatIsCalledEmulatedAndIsNot() {
      var end = end(false, "s3", Map.of("endpoint", "http://s3.eu-west-3.amazonaws.com"));

      assertThatThrownBy(() -> EndSettings.of(end))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("s3.eu-west-3.amazonaws.com is the real thing");
    }

    @Test
    void anotherProtocol() {
      assertThatThrownBy(() -> EndSettings.of(end(false, "sqs", Map.of())))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("'aws' speaks sqs, expected s3");
    }

    @Test
    void anEndpointThatIsNotPlainHttp() {
      for (var endpoint : new String[] {"https://127.0.0.1:1", "127.0.0.1:1", "http://", "a b"}) {
        assertThatThrownBy(() -> EndSettings.of(end(false, "s3", Map.of("endpoint", endpoint))))
            .isInstanceOf(Misuse.class)
            .hasMessageContaining("saw '%s'", endpoint);
      }
    }

    @Test
    void virtualHostStyle() {
      assertThatThrownBy(() -> EndSettings.of(end(false, "s3", Map.of("path-style", "false"))))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("path-style: false");
    }

    @Test
    void anEndWithoutAKey() {
      var end = End.of(
          "aws", false, "s3", Map.of("endpoint", "http://127.0.0.1:1"), Capabilities.UNSTATED);

      assertThatThrownBy(() -> EndSettings.of(end))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("'aws' has no access-key");
    }
  }

  @Test
  void estatesAreFoundByName() {
    assertThat(ServiceLoader.load(Estate.class))
        .extracting(Estate::name)
        .containsExactlyInAnyOrder("photos", "poison");
  }

  @Test
  void keysAreNeverPrinted() {
    assertThat(EndSettings.of(end(false, "s3", Map.of()))).hasToString("http://127.0.0.1:1");
  }
}
