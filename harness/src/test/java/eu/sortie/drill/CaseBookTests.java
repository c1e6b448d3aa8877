package eu.sortie.drill;

import static eu.sortie.drill.Sample.id;
import static eu.sortie.drill.Sample.item;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.CaseResult.Fate;
import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Change;
import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Pair;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.PlantedCase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseBookTests {

  private final CaseBook book =
      new CaseBook(List.of(new PlantedCase("K05", "Two of a kind.", List.of("a", "b"), "")));

  @BeforeEach
  void bothAreListed() {
    book.listed(id("a"));
    book.listed(id("b"));
  }

  private CaseResult result() {
    return book.results().get(0);
  }

  private void lost(String key, Optional<String> foretold, String why) {
    book.lost(new JudgedLoss(
        new Loss.Altered(
            id(key), ObjectTraits.CONTENT_TYPE, Change.ALTERED, "text/plain", "text/html"),
        Cause.DESTINATION,
        why,
        foretold,
        Optional.empty()));
  }

  private void unknown(String key) {
    var before = item(key).with(ObjectTraits.TAGS, Value.unknown("403"));
    var pair = new Pair(before, item(key), null);
    book.compared(pair, Comparison.of(before, item(key), List.of(ObjectTraits.TAGS)));
  }

  @Test
  void isKeptWhereNothingWasLost() {
    book.complete();

    assertThat(result()).isEqualTo(new CaseResult("K05", "Two of a kind.", Fate.KEPT, ""));
  }

  @Test
  void isLostAsForetoldWhereEachLossWasForetold() {
    lost("a", Optional.of("it said so"), "the server's words");
    book.complete();

    assertThat(result().fate()).isEqualTo(Fate.LOST_AS_FORETOLD);
    assertThat(result().detail()).isEqualTo("content-type altered: the server's words");
  }

  @Test
  void isLostBySurpriseWhereOneLossWasNotForetold() {
    lost("a", Optional.of("it said so"), "");
    lost("b", Optional.empty(), "");
    book.complete();

    assertThat(result().fate()).isEqualTo(Fate.LOST_BY_SURPRISE);
  }

  @Test
  void saysALossOnceThatMetSeveralKeys() {
    lost("a", Optional.empty(), "");
    lost("b", Optional.empty(), "");

    assertThat(result().detail()).isEqualTo("content-type altered");
  }

  @Test
  void isNotMetByLossesOnOtherKeys() {
    lost("c", Optional.empty(), "");
    book.complete();

    assertThat(result().fate()).isEqualTo(Fate.KEPT);
  }

  @Test
  void isUnknownWhereATraitCouldNotBeSeen() {
    unknown("b");
    book.complete();

    assertThat(result().fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void isNotUnknownBecauseOfAnotherItem() {
    unknown("c");
    book.complete();

    assertThat(result().fate()).isEqualTo(Fate.KEPT);
  }

  @Test
  void isUnknownWhereTheComparisonIsNotComplete() {
    assertThat(result().fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void isUnknownRatherThanForetoldWhereTheComparisonIsNotComplete() {
    lost("a", Optional.of("it said so"), "");

    assertThat(result().fate()).isEqualTo(Fate.UNKNOWN);
  }

  @Test
  void isASurpriseEvenWhereTheComparisonIsNotComplete() {
    lost("a", Optional.empty(), "");

    assertThat(result().fate()).isEqualTo(Fate.LOST_BY_SURPRISE);
  }

  @Test
  void isUnknownWhereTheSurveyDidNotListAllOfIt() {
    var other = new CaseBook(List.of(new PlantedCase("K06", "One.", List.of("c"), "")));
    other.complete();

    assertThat(other.results()).extracting(CaseResult::fate).containsExactly(Fate.UNKNOWN);
  }

  @Test
  void isNotPlantedWhereTheSourceDidNotHoldItAndSaysWhy() {
    var other =
        new CaseBook(List.of(new PlantedCase("K07", "One.", List.of("c"), "400 InvalidURI")));
    other.complete();

    assertThat(other.results())
        .containsExactly(new CaseResult("K07", "One.", Fate.NOT_PLANTED, "400 InvalidURI"));
  }

  /** One that is about tags alone, on an item of the other case. */
  private CaseBook aboutTags() {
    var about =
        new CaseBook(List.of(new PlantedCase("O08", "A tag.", List.of("a"), Set.of("tags"), "")));
    about.listed(id("a"));
    about.complete();
    return about;
  }

  @Test
  void aboutOneTraitIsNotMetByTheLossOfAnother() {
    var about = aboutTags();
    about.lost(loss("a", ObjectTraits.CONTENT_TYPE));

    assertThat(about.results()).containsExactly(new CaseResult("O08", "A tag.", Fate.KEPT, ""));
  }

  @Test
  void aboutOneTraitIsMetByTheLossOfThatOne() {
    var about = aboutTags();
    about.lost(loss("a", ObjectTraits.CONTENT_TYPE));
    about.lost(loss("a", ObjectTraits.TAGS));

    assertThat(about.results())
        .containsExactly(new CaseResult("O08", "A tag.", Fate.LOST_BY_SURPRISE, "tags altered"));
  }

  @Test
  void aboutOneTraitIsMetByTheLossOfTheWholeItem() {
    var about = aboutTags();
    about.lost(new JudgedLoss(
        new Loss.Missing(id("a")), Cause.DESTINATION, "", Optional.empty(), Optional.empty()));

    assertThat(about.results()).extracting(CaseResult::fate).containsExactly(Fate.LOST_BY_SURPRISE);
  }

  @Test
  void aboutOneTraitIsUnknownWhereThatOneCouldNotBeSeen() {
    var about = aboutTags();
    var before = item("a").with(ObjectTraits.TAGS, Value.unknown("403"));
    about.compared(
        new Pair(before, item("a"), null),
        Comparison.of(before, item("a"), List.of(ObjectTraits.TAGS)));

    assertThat(about.results()).extracting(CaseResult::fate).containsExactly(Fate.UNKNOWN);
  }

  @Test
  void aboutOneTraitIsNotUnknownBecauseOfAnother() {
    var about = aboutTags();
    var before = item("a").with(ObjectTraits.EXPIRES, Value.unknown("403"));
    about.compared(
        new Pair(before, item("a"), null),
        Comparison.of(before, item("a"), List.of(ObjectTraits.EXPIRES)));

    assertThat(about.results()).extracting(CaseResult::fate).containsExactly(Fate.KEPT);
  }

  private static JudgedLoss loss(String key, Trait trait) {
    return new JudgedLoss(
        new Loss.Altered(id(key), trait, Change.ALTERED, "this", "that"),
        Cause.DESTINATION,
        "",
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void saysItsFateInWords() {
    assertThat(Fate.values())
        .extracting(Fate::words)
        .containsExactly("kept", "lost as foretold", "lost by surprise", "unknown", "not planted");
  }
}
