package eu.sortie.survey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Tally;
import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.scenario.ObservedCase;
import eu.sortie.scenario.Profile;
import eu.sortie.scenario.Status;
import eu.sortie.scenario.Subject;
import eu.sortie.scenario.Survey;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LossesPageTests {

  private static final Observation TAGS = new Observation(
      new Subject("object", "tags"),
      Status.SUPPORTED,
      Observed.PARTLY,
      1,
      new Tally(5, 0, 3, 0, 2),
      "501 | <b>no</b>");
  private static final ObservedCase SLASHES =
      new ObservedCase("K01", "two slashes", true, Observed.REFUSED, "400 | <b>no</b>");

  private static Profile profile(String name, boolean live) {
    var like = ObserverTests.SURVEY;
    var survey = new Survey(
        like.date(),
        like.end(),
        live,
        like.server(),
        like.estate(),
        like.items(),
        like.drill(),
        like.libraries(),
        like.versions());
    return new Profile(name, survey, "", List.of(TAGS), List.of(SLASHES), new TreeMap<>());
  }

  @Test
  void saysFirstThatNobodysLiveServiceWasProbed() {
    assertThat(LossesPage.of(List.of(profile("b", false), profile("a", false))))
        .startsWith(
            "**Emulated: a, b are software on our own machine. Nobody's live service was probed.**\n");
  }

  @Test
  void saysFirstWhichEndsAreLive() {
    assertThat(LossesPage.of(List.of(profile("b", true), profile("a", false))))
        .startsWith("**Live: b. Emulated, as software on our own machine: a.**\n");
  }

  @Test
  void isTheSameInWhateverOrderTheProfilesCome() {
    assertThat(LossesPage.of(List.of(profile("b", false), profile("a", false))))
        .isEqualTo(LossesPage.of(List.of(profile("a", false), profile("b", false))));
  }

  @Test
  void countsItemsThatArrivedApartFromThoseThatWentMissing() {
    assertThat(LossesPage.of(List.of(profile("a", false))))
        .contains("| object tags | partly (5 kept, 1 not) (declared supported) |\n");
  }

  @Test
  void letsNoWordOfAnEndBecomeMarkup() {
    assertThat(LossesPage.of(List.of(profile("a", false))))
        .contains("| K01 two slashes | refused, foretold: 400 \\| &lt;b>no&lt;/b> |\n");
  }

  @Test
  void listsWhatDiffers() {
    assertThat(LossesPage.of(List.of(profile("a", false))))
        .contains("- **a**: object tags: declared supported, observed partly\n");
  }

  @Test
  void saysWhatASurveyDoesNotHave() {
    var other = new Profile("b", ObserverTests.SURVEY, "", List.of(), List.of(), new TreeMap<>());

    assertThat(LossesPage.of(List.of(profile("a", false), other)))
        .contains(" | not in this survey |\n");
  }
}
