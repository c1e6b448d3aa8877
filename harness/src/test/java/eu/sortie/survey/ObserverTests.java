package eu.sortie.survey;

import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.CaseResult;
import eu.sortie.evidence.LossRow;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Capabilities.KeyRule;
import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.scenario.ObservedCase;
import eu.sortie.scenario.Profile;
import eu.sortie.scenario.Status;
import eu.sortie.scenario.Survey;
import eu.sortie.spi.PlantedCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObserverTests {

  private static final String SILENT = "it was written as read, and reads back otherwise";

  static final Survey SURVEY = new Survey(
      LocalDate.parse("2026-11-24"),
      "europe",
      false,
      "Some 1.0",
      "poison",
      5,
      "7f3a91c2",
      List.of("writer", "witness"),
      new TreeMap<>());

  private static LossRow row(
      String key, String trait, String change, String was, String became, String why) {
    return new LossRow("object", key, "", trait, change, was, became, "destination", false, why);
  }

  private static Profile observe(Map<Trait, Tally> traits, LossRow... losses) {
    return observe(traits, List.of(), List.of(), Capabilities.UNSTATED, losses);
  }

  private static Profile observe(
      Map<Trait, Tally> traits,
      List<PlantedCase> planted,
      List<CaseResult> results,
      Capabilities declared,
      LossRow... losses) {
    return new Observer(
            new Fidelity(5, 5, 0, 0, new TreeMap<>(traits)),
            results,
            declared,
            planted,
            List.of(losses))
        .profile("some", SURVEY, "");
  }

  private static Observation only(Profile profile) {
    assertThat(profile.traits()).hasSize(1);
    return profile.traits().get(0);
  }

  @Nested
  class ATrait {

    @Test
    void isKeptWhereAnItemKeptItAndNoneLostIt() {
      var kept = only(observe(Map.of(TAGS, new Tally(3, 0, 0, 0, 2))));

      assertThat(kept.observed()).isEqualTo(Observed.KEPT);
      assertThat(kept.tally().kept()).isEqualTo(3);
      assertThat(kept.declared()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void isKeptThoughWholeItemsWentMissing() {
      assertThat(only(observe(
                  Map.of(CONTENT, new Tally(3, 0, 2, 0, 0)),
                  row("a", "item", "missing", "", "", "404")))
              .observed())
          .isEqualTo(Observed.KEPT);
    }

    @Test
    void isNotTriedWhereNothingHasIt() {
      assertThat(only(observe(Map.of(TAGS, new Tally(0, 0, 0, 0, 5)))).observed())
          .isEqualTo(Observed.NOT_TRIED);
    }

    @Test
    void isUnknownWhereNobodySawIt() {
      assertThat(only(observe(Map.of(TAGS, new Tally(0, 0, 0, 2, 3)))).observed())
          .isEqualTo(Observed.UNKNOWN);
    }

    @Test
    void isUnknownWhereEveryItemThatHasItWentMissing() {
      assertThat(only(observe(
                  Map.of(TAGS, new Tally(0, 0, 2, 0, 3)),
                  row("a", "item", "missing", "", "", "404")))
              .observed())
          .isEqualTo(Observed.UNKNOWN);
    }

    @Test
    void isRefusedInTheWordsOfTheEnd() {
      var refused = only(observe(
          Map.of(TAGS, new Tally(0, 0, 1, 0, 4)),
          row("a", "tags", "lost", "x: \"1\"", "", "501 NotImplemented")));

      assertThat(refused.observed()).isEqualTo(Observed.REFUSED);
      assertThat(refused.words()).isEqualTo("501 NotImplemented");
      assertThat(refused.differing()).isEqualTo(1);
    }

    @Test
    void isLostWhereTheEndTookItWithoutAWord() {
      var lost = only(observe(
          Map.of(TAGS, new Tally(0, 0, 1, 0, 4)),
          row("a", "tags", "lost", "x: \"1\"", "", SILENT),
          row("a", "tags", "lost", "y: \"1\"", "", SILENT)));

      assertThat(lost.observed()).isEqualTo(Observed.LOST);
      assertThat(lost.words()).isEqualTo("x: \"1\" is gone");
      assertThat(lost.differing()).isEqualTo(1);
    }

    @Test
    void isAlteredWhereItReadsBackOtherwise() {
      var altered = only(observe(
          Map.of(TAGS, new Tally(0, 1, 0, 0, 4)), row("a", "tags", "altered", "1", "2", SILENT)));

      assertThat(altered.observed()).isEqualTo(Observed.ALTERED);
      assertThat(altered.words()).isEqualTo("1 became 2");
    }

    @Test
    void isPartlyKeptWhereSomeItemsKeptIt() {
      assertThat(only(observe(
                  Map.of(TAGS, new Tally(3, 1, 0, 0, 1)),
                  row("a", "tags", "altered", "1", "2", SILENT)))
              .observed())
          .isEqualTo(Observed.PARTLY);
    }
  }

  @Nested
  class AKey {

    @Test
    void isRememberedWhereNoTraitAsAWholeExplainsItsLoss() {
      assertThat(observe(
                  Map.of(CONTENT, new Tally(3, 1, 1, 0, 0), TAGS, new Tally(0, 0, 1, 0, 4)),
                  row("a", "item", "missing", "", "", "404"),
                  row("b", "content", "altered", "1", "2", SILENT),
                  row("c", "tags", "lost", "1", "", SILENT),
                  row("d", "item", "unexpected", "", "", "nobody"))
              .keys())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("a", "the item is missing", "b", "content altered"));
    }
  }

  @Nested
  class ACase {

    private final List<PlantedCase> planted = List.of(
        new PlantedCase("K01", "two slashes", List.of("a//b"), ""),
        new PlantedCase("K02", "a blank", List.of("a b"), ""),
        new PlantedCase("O26", "a redirect", List.of("r"), "taken, but not shown"));
    private final List<CaseResult> results = List.of(
        new CaseResult("K01", "two slashes", CaseResult.Fate.LOST_BY_SURPRISE, "item missing"),
        new CaseResult("K02", "a blank", CaseResult.Fate.KEPT, ""),
        new CaseResult("O26", "a redirect", CaseResult.Fate.NOT_PLANTED, "taken"));
    private final LossRow missing =
        row("a//b", "item", "missing", "", "", "it was taken with success, and is not there");

    @Test
    void becomesWhatBecameOfItsItems() {
      assertThat(observe(Map.of(), planted, results, Capabilities.UNSTATED, missing)
              .cases())
          .containsExactly(
              new ObservedCase("K01", "two slashes", false, Observed.LOST, "item missing"),
              new ObservedCase("K02", "a blank", false, Observed.KEPT, ""),
              new ObservedCase(
                  "O26",
                  "a redirect",
                  false,
                  Observed.NOT_TRIED,
                  "the source: taken, but not shown"));
    }

    @Test
    void isForetoldWhereARuleOfKeysSaysSo() {
      var declared = new Capabilities("x", Map.of(), List.of(new KeyRule("//", "paths")));

      assertThat(observe(Map.of(), planted, results, declared, missing).cases())
          .extracting(ObservedCase::foretold)
          .containsExactly(true, false, false);
    }

    @Test
    void isRefusedOnlyInWordsOfTheEnd() {
      assertThat(observe(
                  Map.of(),
                  planted,
                  results,
                  Capabilities.UNSTATED,
                  row("a//b", "item", "missing", "", "", "400 InvalidKey"))
              .cases()
              .get(0))
          .isEqualTo(new ObservedCase(
              "K01", "two slashes", false, Observed.REFUSED, "item missing: 400 InvalidKey"));
    }
  }
}
