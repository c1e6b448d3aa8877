package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OciSettingsTests {

  @Test
  void aRegistryIsAskedWithTlsUnlessTheSettingsSayOtherwise() {
    assertThat(
            OciSettings.of(end(Map.of("registry", "registry.example.eu:5000"))).address())
        .isEqualTo("https://registry.example.eu:5000");
    assertThat(OciSettings.of(end(Map.of("registry", "127.0.0.1:5000", "plain-http", "true")))
            .address())
        .isEqualTo("http://127.0.0.1:5000");
  }

  @Test
  void platformsAreListedWithCommas() {
    assertThat(OciSettings.of(
                end(Map.of("registry", "r.example", "platforms", "linux/amd64, linux/arm64/v8")))
            .platforms())
        .extracting(Platform::toString)
        .containsExactly("linux/amd64", "linux/arm64/v8");
  }

  @Test
  void aRegistryMustBeNamed() {
    refused(Map.of(), "no registry is named");
  }

  @Test
  void aRegistryIsAHostAndNoAddress() {
    refused(Map.of("registry", "https://r.example/v2"), "expected no scheme and no path");
  }

  @Test
  void aUsernameComesWithAPassword() {
    refused(
        Map.of("registry", "r.example", "username", "AWS"), "username and password go together");
  }

  @Test
  void aPlatformHasTwoParts() {
    refused(Map.of("registry", "r.example", "platforms", "linux/amd64, arm64"), "'arm64' is none");
  }

  @Test
  void plainHttpIsYesOrNo() {
    refused(
        Map.of("registry", "r.example", "plain-http", "yes"), "expected true or false, saw 'yes'");
  }

  @Test
  void aKeyNobodyKnowsIsRefused() {
    refused(Map.of("registry", "r.example", "host", "x"), "unknown key 'host'; known are registry");
  }

  @Test
  void aPasswordIsNeverShown() {
    assertThat(new Credentials("AWS", "very-secret").toString()).doesNotContain("very-secret");
  }

  @Test
  void drillsFindTheProtocol() {
    assertThat(ServiceLoader.load(Protocol.class))
        .anySatisfy(protocol -> assertThat(protocol.name()).isEqualTo("oci"));
  }

  @Test
  void whatIsNoImageDoesNotLeaveFromARegistry() {
    var end = end(Map.of("registry", "r.example", "username", "a", "password", "b"));
    assertThatThrownBy(
            () -> new OciProtocol().source(end, Line.readOnly("aws"), Selection.objects("photos")))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("is a registry and holds images, but objects of photos are to leave");
  }

  private static void refused(Map<String, String> settings, String because) {
    assertThatThrownBy(() -> new OciProtocol().check(end(settings)))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("end 'aws'")
        .hasMessageContaining(because);
  }

  private static End end(Map<String, String> settings) {
    return End.of("aws", true, "oci", settings, Capabilities.UNSTATED);
  }
}
