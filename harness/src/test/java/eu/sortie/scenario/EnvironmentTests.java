package eu.sortie.scenario;

import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EnvironmentTests {

  private static End end(String name) {
    return End.of(
        name,
        true,
        "s3",
        Map.of("region", "eu-west-3", "secret-key", "hunter2"),
        Capabilities.UNSTATED);
  }

  @Nested
  class Ends {

    private final Environment environment =
        Environment.of("lab", List.of(end("europe"), end("aws")), Map.of("aws", "aws-eu-west-3"));

    @Test
    void areFoundByName() {
      assertThat(environment.end("aws")).isEqualTo(end("aws"));
    }

    @Test
    void areNamedWhereTheOneAskedForIsNotThere() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> environment.end("azure"))
          .withMessage(
              "environment 'lab' has no end 'azure'; it has aws, europe. Name one of these in the scenario's from and to, or add the end");
    }

    @Test
    void mayHaveAPriceList() {
      assertThat(environment.tariffs()).containsExactly(entry("aws", "aws-eu-west-3"));
      assertThat(environment.rates()).isEmpty();
    }

    @Test
    void doNotChange() {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> environment.ends().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> environment.tariffs().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> end("aws").settings().clear());
    }
  }

  @Nested
  class Secrets {

    @Test
    void areNotPrintedWithTheirEnd() {
      assertThat(end("aws")).hasToString("aws (s3, live)");
    }

    @Test
    void areNotPrintedWithTheirEnvironment() {
      assertThat(Environment.of("lab", List.of(end("aws")), Map.of()).toString())
          .contains("aws (s3, live)")
          .doesNotContain("hunter2");
    }

    @Test
    void areNotPrintedByThemselves() {
      assertThat(end("aws").settings().toString()).doesNotContain("hunter2");
      assertThat(Setting.of("hunter2")).hasToString("a setting of environment");
    }

    @Test
    void areStillThereForTheAdapter() {
      assertThat(end("aws").settings())
          .containsOnly(
              entry("region", Setting.of("eu-west-3")), entry("secret-key", Setting.of("hunter2")));
    }
  }

  @Nested
  class InOneWord {

    @Test
    void anEndIsLiveOrEmulated() {
      assertThat(end("aws").emulatedOrLive()).isEqualTo("live");
      assertThat(End.of("aws", false, "s3", Map.of(), Capabilities.UNSTATED).emulatedOrLive())
          .isEqualTo("emulated");
    }
  }

  @Nested
  class Places {

    @Test
    void areAFileAndALine() {
      assertThat(new Place("lab.yaml", 7)).hasToString("lab.yaml:7");
      assertThat(Place.NOWHERE).hasToString("environment");
    }

    @Test
    void leadTheMessageOfAMisuse() {
      assertThat(Misuse.at(new Place("lab.yaml", 7), "no such key"))
          .hasMessage("lab.yaml:7: no such key");
    }

    @Test
    void areNowhereForWhatWasNotReadFromAFile() {
      assertThat(end("aws").place()).isEqualTo(Place.NOWHERE);
      assertThat(Setting.of("x")).isEqualTo(new Setting("x", Place.NOWHERE));
    }

    @Test
    void aMisuseKeepsWhatWasFoundUnderneath() {
      var cause = new IllegalArgumentException("underneath");

      assertThat(new Misuse("no", cause)).hasMessage("no").hasCause(cause);
    }
  }

  @Nested
  class WhatADestinationSaysOfItself {

    private final Capabilities capabilities =
        new Capabilities("Garage 2.0, 2026-11-20", Map.of(STORAGE_CLASS, "it has one class"));

    @Test
    void foretellsTheLossOfATrait() {
      assertThat(capabilities.foretells(new Loss.Altered(
              ItemId.of("object", "a"), STORAGE_CLASS, Change.ALTERED, "GLACIER", "STANDARD")))
          .contains("it has one class");
    }

    @Test
    void leavesEveryOtherLossASurprise() {
      var tags = new Loss.Altered(ItemId.of("object", "a"), TAGS, Change.LOST, "a: \"1\"", "");

      assertThat(capabilities.foretells(tags)).isEmpty();
      assertThat(Capabilities.UNSTATED.foretells(tags)).isEmpty();
    }

    @Test
    void neverForetellsTheLossOfAnItem() {
      assertThat(capabilities.foretells(new Loss.Missing(ItemId.of("object", "a"))))
          .isEmpty();
      assertThat(capabilities.foretells(new Loss.Unexpected(ItemId.of("object", "a"))))
          .isEmpty();
    }

    @Test
    void doesNotChangeWithTheMapItCameFrom() {
      var keepsNot = new HashMap<>(Map.of(TAGS, "it has none"));
      var stated = new Capabilities("x", keepsNot);
      keepsNot.clear();

      assertThat(stated.statements())
          .containsOnly(entry(Subject.ofObjects(TAGS), Statement.keepsNot("it has none")));
    }
  }
}
