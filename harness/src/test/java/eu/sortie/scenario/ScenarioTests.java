package eu.sortie.scenario;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Trait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTests {

  private static final Scenario COMPLETE = scenario("Photos leave S3")
      .from("aws")
      .to("europe")
      .export(objects("photos"))
      .expect(everyItem().keeps(CONTENT));

  @Nested
  class Clauses {

    private final Gate keeps = everyItem().keeps(CONTENT);
    private final Gate quick = timeToExit().atMost(Duration.ofMinutes(30));
    private final Allowance one = Allowance.lossOf(TAGS).because("it has none");
    private final Allowance other = Allowance.lossOfItems().because("they are old");

    @Test
    void saySoManyPartsOfOneValue() {
      var written = scenario("Photos leave S3")
          .from("aws")
          .to("europe")
          .export(objects("photos"))
          .expect(keeps)
          .expect(quick)
          .allow(one)
          .allow(other);

      assertThat(written)
          .isEqualTo(new Scenario(
              "Photos leave S3",
              "aws",
              "europe",
              objects("photos"),
              List.of(keeps, quick),
              List.of(one, other)));
    }

    @Test
    void comeInAnyOrder() {
      assertThat(scenario("s")
              .allow(one)
              .expect(keeps)
              .export(objects("photos"))
              .to("europe")
              .from("aws"))
          .isEqualTo(scenario("s")
              .from("aws")
              .to("europe")
              .export(objects("photos"))
              .expect(keeps)
              .allow(one));
    }

    @Test
    void leaveTheScenarioBeforeThemAsItWas() {
      var begun = scenario("s");
      assertThat(begun.expect(keeps)).isNotEqualTo(begun);

      assertThat(begun).isEqualTo(new Scenario("s", "", "", null, List.of(), List.of()));
    }

    @Test
    void areCopiedAtTheDoor() {
      var gates = new ArrayList<>(List.of(keeps));
      var allowances = new ArrayList<>(List.of(one));
      var made = new Scenario("s", "a", "b", null, gates, allowances);
      gates.clear();
      allowances.clear();

      assertThat(made.expect()).containsExactly(keeps);
      assertThat(made.allow()).containsExactly(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void needAName(String nothing) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> scenario(nothing))
          .withMessage(
              "scenario: no name is given, expected a short sentence, as in 'Photos leave S3'");
    }
  }

  @Nested
  class BeforeItRuns {

    @Test
    void aCompleteOneIsLetThrough() {
      assertThatCode(COMPLETE::requireComplete).doesNotThrowAnyException();
    }

    @Test
    void somethingMustBeSelected() {
      refused(
          COMPLETE.export(null),
          "Photos leave S3: nothing is selected, expected what leaves, as in export: {objects: {bucket: photos}}");
    }

    @Test
    void bothEndsMustBeNamed() {
      refused(
          COMPLETE.from(""),
          "Photos leave S3: expected the names of two ends, saw from '' and to 'europe'");
      refused(
          COMPLETE.to(" "),
          "Photos leave S3: expected the names of two ends, saw from 'aws' and to ' '");
    }

    @Test
    void theEndsMustDiffer() {
      refused(
          COMPLETE.to("aws"),
          "Photos leave S3: it leaves 'aws' for 'aws'; name two different ends");
    }

    @Test
    void thereMustBeAGate() {
      refused(
          scenario("Photos leave S3").from("aws").to("europe").export(objects("photos")),
          "Photos leave S3: there is no gate, so nothing could be judged; expect at least one, as in 'every item keeps'");
    }

    @Test
    void aGateMustNotAskForATraitTheItemsHaveNot() {
      refused(
          COMPLETE.expect(everyItem().keeps(CONTENT, Trait.compared("colour"))),
          "Photos leave S3: every item keeps colour, but what leaves has no such trait; %s has %s"
              .formatted(
                  COMPLETE.selection().kinds().names(),
                  COMPLETE.selection().kinds().traits().stream()
                      .map(Trait::name)
                      .collect(Collectors.joining(", "))));
    }

    private static void refused(Scenario incomplete, String message) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(incomplete::requireComplete)
          .withMessage(message);
    }
  }

  @Nested
  class ComparedTraits {

    @Test
    void areThoseOfTheKindThatAnHonestCopyKeeps() {
      assertThat(COMPLETE.compared().named("object").traits())
          .doesNotContain(ETAG, LAST_MODIFIED)
          .containsExactlyElementsOf(ObjectTraits.OBJECT.traits().stream()
              .filter(Trait::comparedByDefault)
              .toList());
    }

    @Test
    void takeInWhatAGateAsksForInTheOrderOfTheKind() {
      var asked = COMPLETE
          .expect(timeToExit().atMost(Duration.ofMinutes(1)))
          .expect(everyItem().keeps(ETAG, CONTENT));

      assertThat(asked.compared().named("object").traits())
          .hasSize(25)
          .startsWith(CONTENT)
          .endsWith(ETAG)
          .doesNotContain(LAST_MODIFIED);
    }

    @Test
    void areUnknownWhereNothingIsSelected() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> scenario("s").compared())
          .withMessageStartingWith("s: nothing is selected");
    }
  }

  @Nested
  class Slug {

    @ParameterizedTest
    @CsvSource({
      "Photos leave S3, photos-leave-s3",
      "'  Photos, leave: S3!  ', photos-leave-s3",
      "L'été quitte S3, l-t-quitte-s3",
      "出口, scenario",
      "---, scenario",
      "../../etc, etc",
    })
    void isTheNameOfAFolder(String name, String slug) {
      assertThat(scenario(name).slug()).isEqualTo(slug);
    }
  }
}
