package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.measure.Bytes;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Place;
import eu.sortie.scenario.Setting;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTests {

  private static final Place END = new Place("environment.yaml", 3);
  private static final Place HERE = new Place("environment.yaml", 7);

  private static End end(Map<String, String> settings) {
    var placed = new TreeMap<String, Setting>();
    settings.forEach((key, value) -> placed.put(key, new Setting(value, HERE)));
    return new End("europe", true, "s3", placed, Capabilities.UNSTATED, END);
  }

  private static S3Settings of(Map<String, String> settings) {
    return S3Settings.of(end(settings));
  }

  private static void refused(Map<String, String> settings, String message) {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> of(settings))
        .withMessage("environment.yaml:7: end 'europe': " + message);
  }

  @Nested
  class Usual {

    @Test
    void withoutAnySettingItIsAwsItself() {
      var settings = of(Map.of());

      assertThat(settings.endpoint()).isEmpty();
      assertThat(settings.region()).isEqualTo("us-east-1");
      assertThat(settings.pathStyle()).isFalse();
      assertThat(settings.accessKey()).isEmpty();
      assertThat(settings.partBytes()).isEqualTo(8 * (int) Bytes.MIB);
      assertThat(settings.address()).isEqualTo("AWS us-east-1");
    }

    @Test
    void everySettingIsRead() {
      var settings = of(Map.of(
          "endpoint", "https://s3.gra.io.cloud.ovh.net",
          "region", "gra",
          "path-style", "true",
          "access-key", "AK",
          "secret-key", "SK",
          "session-token", "ST",
          "profile", "ops",
          "part-size-mib", "64"));

      assertThat(settings.endpoint()).contains(URI.create("https://s3.gra.io.cloud.ovh.net"));
      assertThat(settings.region()).isEqualTo("gra");
      assertThat(settings.pathStyle()).isTrue();
      assertThat(settings.accessKey()).contains("AK");
      assertThat(settings.secretKey()).contains("SK");
      assertThat(settings.sessionToken()).contains("ST");
      assertThat(settings.profile()).contains("ops");
      assertThat(settings.partBytes()).isEqualTo(64 * (int) Bytes.MIB);
      assertThat(settings.address()).isEqualTo("https://s3.gra.io.cloud.ovh.net");
    }

    @Test
    void aSlashBehindTheEndpointMakesNoDifference() {
      assertThat(of(Map.of("endpoint", "http://127.0.0.1:9000/")))
          .isEqualTo(of(Map.of("endpoint", "http://127.0.0.1:9000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "64"})
    void theSmallestAndTheLargestPartAreTaken(String mebibytes) {
      assertThatCode(() -> of(Map.of("part-size-mib", mebibytes))).doesNotThrowAnyException();
    }
  }

  @Nested
  class Wrong {

    @Test
    void anUnknownKeyIsToldTheKnownOnes() {
      refused(
          Map.of("bucket", "photos"),
          "s3: unknown key 'bucket'; known are endpoint, region, path-style, access-key, secret-key, session-token, profile, part-size-mib, silence, checksums, payload-signing, deletes");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"s3.gra.io.cloud.ovh.net", "127.0.0.1", "ftp://host", "http:///x", "s3"})
    void anEndpointIsAnAddress(String address) {
      refused(
          Map.of("endpoint", address),
          "endpoint '%s' is no address; expected one like https://s3.gra.io.cloud.ovh.net"
              .formatted(address));
    }

    @Test
    void anEndpointThatIsNoUriIsToldWhy() {
      refused(
          Map.of("endpoint", "http://a b"),
          "endpoint 'http://a b' is no address: Illegal character in authority");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host/s3", "https://host?a=b", "https://host#a"})
    void anEndpointIsAHostAndNoMore(String address) {
      refused(
          Map.of("endpoint", address),
          "endpoint '%s' is more than a host; drop what stands behind it: clients of S3 put bucket and key there"
              .formatted(address));
    }

    @Test
    void credentialsInAnEndpointAreRefusedWithoutRepeatingThem() {
      refused(
          Map.of("endpoint", "https://me:hush@host"),
          "endpoint holds credentials; give them as access-key and secret-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "1", ""})
    void pathStyleIsTrueOrFalse(String value) {
      refused(
          Map.of("path-style", value),
          "path-style: expected true, false or auto, saw '%s'".formatted(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "65", "0", "-8", "8 MiB", "", "9999999999", "3000"})
    void aPartHasItsLimits(String mebibytes) {
      refused(
          Map.of("part-size-mib", mebibytes),
          "part-size-mib: expected a whole number from 5 to 64, saw '%s'".formatted(mebibytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0 s", "999 ms", "2 h", "never", ""})
    void aSilenceIsATimeWithItsUnit(String time) {
      refused(
          Map.of("silence", time),
          "silence: expected a time from 1 s to 1 h, as in '60 s', saw '%s'".formatted(time));
    }

    @ParameterizedTest
    @CsvSource({"access-key", "secret-key"})
    void keysComeInPairs(String key) {
      refused(
          Map.of(key, "hush"),
          "access-key and secret-key come together; add the other one, or drop both to use the SDK's credential chain");
    }
  }

  @Nested
  class Secrets {

    private final Map<String, String> secrets =
        Map.of("access-key", "AKHUSH", "secret-key", "SKHUSH", "session-token", "STHUSH");

    @Test
    void areNotInTheSettingsText() {
      assertThat(of(secrets).toString()).isEqualTo("AWS us-east-1").doesNotContain("HUSH");
    }

    @Test
    void areNotInTheEndsText() {
      assertThat(end(secrets).toString()).doesNotContain("HUSH");
    }

    @Test
    void areNotInTheAddress() {
      assertThat(new S3Protocol().address(end(secrets))).doesNotContain("HUSH");
    }

    @Test
    void areNotInTheMessageAboutAnotherSetting() {
      var settings = new TreeMap<>(secrets);
      settings.put("path-style", "perhaps");

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> new S3Protocol().check(end(settings)))
          .satisfies(misuse -> assertThat(misuse.getMessage()).doesNotContain("HUSH"));
    }
  }
}
