package eu.sortie.scenario;

import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Capabilities.KeyRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTests {

  private static final Survey SURVEY = new Survey(
      LocalDate.parse("2026-11-24"),
      "europe",
      false,
      "Some 1.0",
      "poison",
      12,
      "7f3a91c2",
      List.of("writer", "witness"),
      new TreeMap<>());

  private static Observation seen(Trait trait, Status declared, Observed observed) {
    return new Observation(
        Subject.ofObjects(trait), declared, observed, 5, new Tally(1, 2, 3, 4, 5), "");
  }

  private static Profile profile(Observation... traits) {
    return new Profile("some", SURVEY, "", List.of(traits), List.of(), new TreeMap<>());
  }

  private static Loss lost(Trait trait, String key) {
    return new Loss.Altered(ItemId.of("object", key), trait, Change.LOST, "x", "");
  }

  @Nested
  class ADifference {

    @ParameterizedTest
    @CsvSource({
      "SUPPORTED, KEPT, false",
      "SUPPORTED, PARTLY, true",
      "SUPPORTED, ALTERED, true",
      "SUPPORTED, LOST, true",
      "SUPPORTED, REFUSED, true",
      "SUPPORTED, UNKNOWN, false",
      "SUPPORTED, NOT_TRIED, false",
      "UNSUPPORTED, KEPT, true",
      "LIMITED, KEPT, false",
      "UNSUPPORTED, LOST, false",
      "LIMITED, PARTLY, false",
      "UNKNOWN, KEPT, false",
      "UNKNOWN, LOST, false"
    })
    void isWhereBothSaySomethingAndNotTheSame(Status declared, Observed observed, boolean differs) {
      var trait = seen(TAGS, declared, observed);

      assertThat(trait.difference().isPresent()).isEqualTo(differs);
      assertThat(trait.isBroken()).isEqualTo(differs && observed != Observed.KEPT);
      assertThat(profile(trait).isBroken()).isEqualTo(trait.isBroken());
    }

    @Test
    void isSaidInOneLine() {
      assertThat(profile(
                  seen(TAGS, Status.SUPPORTED, Observed.LOST),
                  seen(CONTENT, Status.SUPPORTED, Observed.KEPT))
              .differences())
          .containsExactly("object tags: declared supported, observed lost");
    }

    @ParameterizedTest
    @CsvSource({
      "true, KEPT, 'K01, two slashes: declared not kept, observed kept'",
      "false, LOST, 'K01, two slashes: nothing declared, observed lost'",
      "false, KEPT, ''",
      "true, REFUSED, ''",
      "true, NOT_TRIED, ''",
      "false, UNKNOWN, ''"
    })
    void ofACaseIsALossNobodyForetoldOrOneThatDoesNotHappen(
        boolean foretold, Observed observed, String difference) {
      assertThat(new ObservedCase("K01", "two slashes", foretold, observed, "")
              .difference()
              .orElse(""))
          .isEqualTo(difference);
    }
  }

  @Nested
  class WhatIsForetoldNextTime {

    @ParameterizedTest
    @EnumSource(
        value = Observed.class,
        names = {"LOST", "REFUSED", "ALTERED"})
    void isWhatNoItemKept(Observed observed) {
      var learnt = profile(seen(TAGS, Status.SUPPORTED, observed))
          .capabilities("mine.yaml", Capabilities.UNSTATED);

      assertThat(learnt.foretells(lost(TAGS, "a")))
          .contains("observed: %s (Some 1.0, surveyed 2026-11-24)".formatted(observed));
      assertThat(learnt.name()).isEqualTo("mine.yaml");
      assertThat(learnt.of()).isEqualTo("Some 1.0, surveyed 2026-11-24");
    }

    @Test
    void isSaidInTheWordsOfTheEnd() {
      var refused = new Observation(
          Subject.ofObjects(TAGS),
          Status.UNKNOWN,
          Observed.REFUSED,
          1,
          Tally.NONE,
          "NotImplemented");

      assertThat(
              profile(refused).capabilities("", Capabilities.UNSTATED).foretells(lost(TAGS, "a")))
          .hasValueSatisfying(
              why -> assertThat(why).startsWith("observed: refused, NotImplemented ("));
    }

    @ParameterizedTest
    @EnumSource(
        value = Observed.class,
        names = {"PARTLY", "UNKNOWN", "NOT_TRIED", "KEPT"})
    void isNothingThatSomeItemsKeptOrNobodySaw(Observed observed) {
      assertThat(profile(seen(TAGS, Status.UNKNOWN, observed))
              .capabilities("", Capabilities.UNSTATED)
              .foretells(lost(TAGS, "a")))
          .isEmpty();
    }

    @Test
    void isNoLongerWhatWasDeclaredLostAndIsKept() {
      var declared = new Capabilities("x", Map.of(TAGS, "none"));

      assertThat(profile(seen(TAGS, Status.UNSUPPORTED, Observed.KEPT))
              .capabilities("", declared)
              .foretells(lost(TAGS, "a")))
          .isEmpty();
    }

    @Test
    void isStillWhatWasDeclaredLimitedAndKeptOnSome() {
      var declared = new Capabilities(
          "x",
          "X",
          new TreeMap<>(Map.of(
              Subject.ofObjects(TAGS), new Statement(Status.LIMITED, "at most 10", "", true))),
          List.of(),
          new TreeMap<>(),
          new TreeMap<>());

      assertThat(profile(seen(TAGS, Status.LIMITED, Observed.KEPT))
              .capabilities("", declared)
              .foretells(lost(TAGS, "a")))
          .contains("at most 10");
    }

    @Test
    void isWhatWasDeclaredOfEverythingElse() {
      var declared =
          new Capabilities("x", Map.of(STORAGE_CLASS, "one"), List.of(new KeyRule("//", "paths")));
      var learnt = profile(seen(TAGS, Status.UNKNOWN, Observed.LOST)).capabilities("", declared);

      assertThat(learnt.foretells(lost(STORAGE_CLASS, "a"))).contains("one");
      assertThat(learnt.foretells(lost(CONTENT, "a//b"))).contains("paths");
    }

    @Test
    void isEachKeyOnWhichSomethingWasLostAndNoOther() {
      var profile = new Profile(
          "some",
          SURVEY,
          "",
          List.of(),
          List.of(),
          new TreeMap<>(Map.of("a.b", "the item is missing")));
      var learnt = profile.capabilities("", Capabilities.UNSTATED);

      assertThat(learnt.foretells(new Loss.Missing(ItemId.of("object", "a.b"))))
          .contains("observed: the item is missing (Some 1.0, surveyed 2026-11-24)");
      assertThat(learnt.foretells(new Loss.Missing(ItemId.of("object", "a-b")))).isEmpty();
      assertThat(learnt.foretells(new Loss.Missing(ItemId.of("object", "xa.b"))))
          .isEmpty();
      assertThat(learnt.foretells(new Loss.Missing(ItemId.of("object", "a.bx"))))
          .isEmpty();
    }
  }

  @Test
  void observedWordsAreReadBack() {
    assertThat(Observed.values())
        .allSatisfy(one -> assertThat(Observed.of(one.toString())).contains(one));
    assertThat(Observed.NOT_TRIED).hasToString("not tried");
    assertThat(Observed.of("NOT_TRIED")).isEmpty();
  }

  @Test
  void aSurveyIsOfTheServerOrOfTheEndWhereNobodyNamedOne() {
    var unnamed =
        new Survey(SURVEY.date(), "europe", true, "", "poison", 1, "x", List.of(), new TreeMap<>());

    assertThat(SURVEY.of()).isEqualTo("Some 1.0");
    assertThat(unnamed.of()).isEqualTo("europe");
  }

  @Test
  void aProfileDoesNotChangeWithWhatItCameFrom() {
    var keys = new TreeMap<>(Map.of("a", "the item is missing"));
    var versions = new TreeMap<>(Map.of("java", "17"));
    var profile = new Profile(
        "some",
        new Survey(SURVEY.date(), "e", true, "", "poison", 1, "x", List.of(), versions),
        "",
        List.of(),
        List.of(),
        keys);
    keys.clear();
    versions.clear();

    assertThat(profile.keys()).containsOnlyKeys("a");
    assertThat(profile.survey().versions()).containsOnlyKeys("java");
  }
}
