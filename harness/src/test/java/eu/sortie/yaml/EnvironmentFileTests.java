package eu.sortie.yaml;

import static eu.sortie.yaml.EnvironmentSamples.OVH;
import static eu.sortie.yaml.EnvironmentSamples.SECRET;
import static eu.sortie.yaml.EnvironmentSamples.VARIABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.measure.Money;
import eu.sortie.measure.Rate;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Place;
import eu.sortie.scenario.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentFileTests {

  @TempDir
  Path folder;

  static Stream<String> valid() {
    return EnvironmentSamples.valid();
  }

  static Stream<Sample> invalid() {
    return EnvironmentSamples.invalid();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void anEnvironmentIsRead(String yaml) {
    assertThatCode(() -> read(yaml)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aMistakeIsSaidWithItsLineAndWithoutTheSecret(Sample sample) {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> read(sample.yaml()))
        .withMessageStartingWith(file() + ":" + sample.line() + ": ")
        .withMessageContaining(sample.says())
        .satisfies(misuse -> assertThat(misuse).hasMessageNotContainingAny(SECRET, "123456", "\n"))
        .satisfies(EnvironmentFileTests::hasNoSecretUnderneath);
  }

  @Nested
  class AnEnd {

    @Test
    void hasItsSettingsWithTheirPlaces() {
      assertThat(read(OVH).end("aws").settings())
          .containsOnlyKeys("endpoint", "path-style", "access-key", "secret-key")
          .containsEntry("endpoint", new Setting("http://127.0.0.1:9000", place(6)))
          .containsEntry("path-style", new Setting("true", place(7)))
          .containsEntry("access-key", new Setting("AKIA", place(8), "env:SRC_KEY"))
          .containsEntry("secret-key", new Setting(SECRET, place(9), "env:SRC_SECRET"));
    }

    @Test
    void knowsItsOwnPlace() {
      assertThat(read(OVH).end("aws").place()).isEqualTo(place(4));
    }

    @Test
    void isLiveUnlessItSaysOtherwise() {
      assertThat(read(OVH).end("aws").live()).isFalse();
      assertThat(read(OVH).end("europe").live()).isTrue();
    }

    @Test
    void speaksTheProtocolItNames() {
      assertThat(read("environment: x\nends: {a: {ftp: {}}}\n").end("a").protocol())
          .isEqualTo("ftp");
    }

    @Test
    void isPrintedWithoutItsSecret() {
      var environment = read(OVH);

      assertThat(environment.toString()).doesNotContain(SECRET);
      assertThat(environment.end("aws").settings().toString()).doesNotContain(SECRET);
      assertThat(environment.end("aws").settings().get("secret-key").toString())
          .doesNotContain(SECRET);
    }
  }

  @Nested
  class ASecretInAFile {

    @Test
    void isFoundBesideTheEnvironment() throws IOException {
      Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");

      assertThat(secret("file:secret.txt").value()).isEqualTo(SECRET);
      assertThat(secret("file:secret.txt").reference()).isEqualTo("file:secret.txt");
    }

    @Test
    void losesTheLineBreakBehindItAndNothingElse() throws IOException {
      Files.writeString(folder.resolve("secret.txt"), " two\nlines \r\n");

      assertThat(secret("file:secret.txt").value()).isEqualTo(" two\nlines ");
    }

    @Test
    void mustNotBeMissing() throws IOException {
      Files.writeString(folder.resolve("secret.txt"), "\n");

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> secret("file:secret.txt"))
          .withMessageContaining("the file 'secret.txt' is empty");
    }

    private Setting secret(String reference) {
      return read(OVH.replace("env:SRC_SECRET", reference))
          .end("aws")
          .settings()
          .get("secret-key");
    }
  }

  @Nested
  class ATariff {

    @Test
    void isNamedByTheEnd() {
      assertThat(read(OVH).tariffs())
          .containsExactlyInAnyOrderEntriesOf(Map.of("aws", "aws-eu-west-3", "europe", "ovh-gra"));
    }

    @Test
    void mayBeAFileBesideTheEnvironment() throws IOException {
      Files.writeString(folder.resolve("mine.yaml"), PriceBookTests.MINE);

      var name = read(OVH.replace("aws-eu-west-3", "mine.yaml")).tariffs().get("aws");

      assertThat(PriceBook.load(name).name()).isEqualTo("mine");
    }

    @Test
    void isReadBeforeAnythingMoves() throws IOException {
      Files.writeString(folder.resolve("mine.yaml"), "vendor: [\n");

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> read(OVH.replace("aws-eu-west-3", "mine.yaml")))
          .withMessageStartingWith(file() + ":12: aws: ")
          .withMessageContaining("mine.yaml:2: this is not YAML");
    }
  }

  @Nested
  class ARate {

    @Test
    void isExact() {
      assertThat(read(OVH).rates())
          .containsExactly(new Rate(
              Money.currency("USD"),
              Money.currency("EUR"),
              new BigDecimal("0.92"),
              LocalDate.of(2026, 11, 1),
              "ECB"));
    }

    @Test
    void isExactWithoutQuotesToo() {
      assertThat(read(OVH.replace("\"0.92\"", "0.9200000000000000000001")).rates())
          .extracting(Rate::rate)
          .containsExactly(new BigDecimal("0.9200000000000000000001"));
    }
  }

  @Nested
  class Written {

    @Test
    void hasReferencesAndNoSecrets() {
      assertThat(EnvironmentFile.write(read(OVH))).isEqualTo("""
              environment: OVH rehearsal
              ends:
                aws:
                  live: false
                  s3:
                    access-key: env:SRC_KEY
                    endpoint: http://127.0.0.1:9000
                    path-style: 'true'
                    secret-key: env:SRC_SECRET
                europe:
                  live: true
                  s3:
                    part-size-mib: '8'
                    region: gra
              tariffs:
                aws: aws-eu-west-3
                europe: ovh-gra
              rates:
                - {from: USD, to: EUR, rate: '0.92', date: 2026-11-01, source: ECB}
              """);
    }

    @Test
    void readsBackAsTheSameEnvironment() {
      var environment = read(OVH);

      var again = read(EnvironmentFile.write(environment));

      assertThat(again)
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(Place.class)
          .isEqualTo(environment);
    }

    @Test
    void saysWhereASecretWasLeftOut() {
      var end = End.of(
          "aws",
          false,
          "s3",
          Map.of("secret-key", SECRET, "endpoint", "http://u:hunter2@host", "region", "gra"),
          Capabilities.UNSTATED);

      assertThat(EnvironmentFile.write(Environment.of("embedded", List.of(end), Map.of())))
          .contains("endpoint: (not written down)", "secret-key: (not written down)", "region: gra")
          .doesNotContain(SECRET);
    }
  }

  private Environment read(String yaml) {
    try {
      return EnvironmentFile.read(Files.writeString(file(), yaml), VARIABLES::get);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private Path file() {
    return folder.resolve("environment.yaml");
  }

  private Place place(int line) {
    return new Place(file().toString(), line);
  }

  private static void hasNoSecretUnderneath(Throwable misuse) {
    for (Throwable cause = misuse; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause)).doesNotContain(SECRET);
    }
  }
}
