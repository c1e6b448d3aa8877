package eu.sortie.yaml;

import static eu.sortie.measure.Money.euros;
import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Allowance.lossOfItems;
import static eu.sortie.scenario.Gate.costToExit;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Trait;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTests {

  private static final Scenario PHOTOS = scenario("Photos leave S3")
      .from("aws")
      .to("europe")
      .export(objects("photos").under("2026/"))
      .expect(everyItem().keeps(CONTENT, CONTENT_TYPE, USER_METADATA, TAGS))
      .expect(timeToExit().atMost(ofMinutes(30)))
      .expect(costToExit().atMost(euros("5.00")))
      .allow(lossOf(STORAGE_CLASS).because("the destination has one storage class"));

  static Stream<String> valid() {
    return ScenarioSamples.valid();
  }

  static Stream<Sample> invalid() {
    return ScenarioSamples.invalid();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void aScenarioIsRead(String yaml) {
    assertThatCode(() -> ScenarioFile.read(yaml, "photos.yaml").requireComplete())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aMistakeIsSaidWithItsLine(Sample sample) {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> ScenarioFile.read(sample.yaml(), "photos.yaml"))
        .withMessageStartingWith("photos.yaml:" + sample.line() + ": ")
        .withMessageContaining(sample.says())
        .satisfies(
            misuse -> assertThat(misuse.getMessage()).doesNotContain("\n").hasSizeLessThan(1_200));
  }

  @Nested
  class OneValueEitherWay {

    @Test
    void whatJavaSaysYamlSays() {
      assertThat(ScenarioFile.read(ScenarioSamples.PHOTOS, "photos.yaml")).isEqualTo(PHOTOS);
    }

    @Test
    void whatIsWrittenIsWhatOneWouldWrite() {
      assertThat(ScenarioFile.write(PHOTOS)).isEqualTo(ScenarioSamples.PHOTOS);
    }

    @Test
    void everythingOptionalIsReadToo() {
      var yaml = """
          scenario: "Photos: leave S3"
          from: aws
          to: europe
          export: {objects: {bucket: photos, into: arrived}}
          expect: [{cost to exit: at most 0.001 USD}]
          allow: [{loss of: item, under: tmp/, because: rubbish}]
          """;
      assertThat(ScenarioFile.read(yaml, "photos.yaml"))
          .isEqualTo(scenario("Photos: leave S3")
              .from("aws")
              .to("europe")
              .export(objects("photos").into("arrived"))
              .expect(costToExit().atMost(Money.parse("0.001 USD")))
              .allow(lossOfItems().under("tmp/").because("rubbish")));
    }
  }

  @Nested
  class WhatNoFileCanSay {

    @Test
    void isATimeFinerThanAMillisecond() {
      refusesToWrite(
          PHOTOS.expect(timeToExit().atMost(Duration.ofNanos(1_500_000))), "whole milliseconds");
    }

    @Test
    void isATimeBelowZero() {
      refusesToWrite(
          PHOTOS.expect(timeToExit().atMost(Duration.ofSeconds(-1))), "whole milliseconds");
    }

    @Test
    void isAnAmountBelowZero() {
      refusesToWrite(PHOTOS.expect(costToExit().atMost(euros("-1"))), "is not an amount of money");
    }

    @Test
    void isATraitOfOnesOwn() {
      refusesToWrite(PHOTOS.allow(lossOf(Trait.compared("smell")).because("so")), "'smell'");
    }

    @Test
    void isHalfACharacter() {
      refusesToWrite(PHOTOS.from("a\uD83Db"), "there is half a character in 'a");
    }

    @Test
    void isAScenarioThatIsNotComplete() {
      refusesToWrite(scenario("Photos leave S3"), "nothing is selected");
    }

    private void refusesToWrite(Scenario scenario, String says) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> ScenarioFile.write(scenario))
          .withMessageStartingWith("Photos leave S3: ")
          .withMessageContaining(says);
    }
  }

  @Nested
  class FilesOnDisk {

    @TempDir
    Path folder;

    @Test
    void areReadAsUtf8() throws IOException {
      var file = Files.writeString(
          folder.resolve("photos.yaml"), ScenarioSamples.PHOTOS.replace("Photos", "Ægir"));
      assertThat(ScenarioFile.read(file).name()).isEqualTo("Ægir leave S3");
    }

    @Test
    void areNamedTheWayTheUserNamedThem() throws IOException {
      var file = Files.writeString(folder.resolve("photos.yaml"), "hello");
      refuses(file, file + ":1: ");
    }

    @Test
    void thatAreNotThereAreMissed() {
      refuses(folder.resolve("nowhere.yaml"), "there is no such file");
    }

    @Test
    void thatAreFoldersAreNone() {
      refuses(folder, "this is a folder");
    }

    @Test
    void inAnotherEncodingAreRefusedWithTheLine() throws IOException {
      var file = folder.resolve("latin.yaml");
      Files.write(file, "scenario: x\nfrom: \u00e6gir\n".getBytes(StandardCharsets.ISO_8859_1));
      refuses(file, "latin.yaml:2: this file is not UTF-8");
    }

    @Test
    void ofUtf16AreRefused() throws IOException {
      var file = folder.resolve("utf16.yaml");
      Files.write(file, "scenario: x".getBytes(StandardCharsets.UTF_16));
      refuses(file, "utf16.yaml:1: this file is not UTF-8");
    }

    @Test
    void mayBeAsLongAsTheLimit() throws IOException {
      var file = folder.resolve("long.yaml");
      var comment = "#".repeat(256 * 1024 - ScenarioSamples.PHOTOS.length());
      Files.writeString(file, ScenarioSamples.PHOTOS + comment);
      assertThat(ScenarioFile.read(file)).isEqualTo(PHOTOS);
      Files.writeString(file, ScenarioSamples.PHOTOS + comment + "#");
      refuses(file, "larger than 256 KiB");
    }

    @Test
    void thatNobodyWroteByHandAreRefused() throws IOException {
      var file = folder.resolve("large.yaml");
      Files.writeString(file, "# x\n".repeat(100_000));
      refuses(file, "larger than 256 KiB");
    }

    @Test
    void thatNobodyWroteByHandAreRefusedAsTextToo() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> ScenarioFile.read("# x\n".repeat(100_000), "large.yaml"))
          .withMessageContaining("larger than 256 KiB");
    }

    private void refuses(Path file, String says) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> ScenarioFile.read(file))
          .withMessageContaining(says);
    }
  }
}
