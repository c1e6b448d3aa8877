package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.ResourceTraits.ANNOTATIONS;
import static eu.sortie.scenario.ResourceTraits.RESOURCE;
import static eu.sortie.scenario.ResourceTraits.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Pair;
import eu.sortie.ledger.Transfer;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Scenario;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Translation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TranslationBookTests {

  private static final ItemId DATA = ItemId.of(RESOURCE.name(), "persistentvolumeclaim/data");
  private static final Translation TAKEN_OUT = new Translation(
      SPEC, "storageClassName", "gp3", "", "storage-class", "the class is the source's own");
  private static final Translation CHANGED = new Translation(
      SPEC, "volumeMode", "Block", "Filesystem", "volume-mode", "there are no raw ones");

  private final TranslationBook book = new TranslationBook();

  private static Item claim(Map<String, String> spec) {
    var traits = new LinkedHashMap<Trait, Value>();
    RESOURCE.traits().forEach(trait -> traits.put(trait, Value.absent()));
    traits.put(SPEC, Value.entries(spec));
    return new Item(DATA, traits);
  }

  @Test
  void anItemNobodyChangedIsExpectedAsItWas() {
    var before = claim(Map.of("volumeName", "a"));

    assertThat(book.expected(before)).isSameAs(before);
  }

  @Test
  void whatWasTakenOutIsExpectedToBeGoneAndNothingElse() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT)));

    assertThat(book.expected(claim(Map.of("storageClassName", "gp3", "volumeName", "a"))))
        .isEqualTo(claim(Map.of("volumeName", "a")));
  }

  @Test
  void whereItWasAllThereWasNothingIsExpected() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT)));

    assertThat(book.expected(claim(Map.of("storageClassName", "gp3"))).value(SPEC))
        .isEqualTo(Value.absent());
  }

  @Test
  void whatWasChangedIsExpectedAsItIsMeantToBe() {
    book.add(Map.of(DATA, List.of(CHANGED)));

    assertThat(book.expected(claim(Map.of("volumeMode", "Block"))).value(SPEC))
        .isEqualTo(Value.entries(Map.of("volumeMode", "Filesystem")));
  }

  @Test
  void whatWasPutInIsExpectedWhereThereWasNothing() {
    book.add(Map.of(
        DATA, List.of(new Translation(ANNOTATIONS, "note", "", "here", "note", "it is wanted"))));

    assertThat(book.expected(claim(Map.of("a", "b"))).value(ANNOTATIONS))
        .isEqualTo(Value.entries(Map.of("note", "here")));
  }

  @Test
  void whatNobodyCouldSeeStaysUnknown() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT)));
    var unseen = claim(Map.of("a", "b")).with(SPEC, Value.unknown("forbidden"));

    assertThat(book.expected(unseen)).isEqualTo(unseen);
  }

  @Test
  void whatWasDoneBeforeTheListingTookWhereItCameToNoComparison() {
    book.add(Map.of(
        DATA,
        List.of(new Translation(SPEC, "size", "1 GiB", "1Gi", "size", "it is spelled so", true))));

    assertThat(book.untaken()).isEmpty();
  }

  @Test
  void whatCameToNoComparisonDidNotTake() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT, CHANGED)));

    assertThat(book.untaken())
        .extracting(loss -> (Loss.Altered) loss)
        .extracting(loss -> loss.was() + " -> " + loss.became())
        .containsExactly(
            " -> storageClassName: \"gp3\"", "volumeMode: \"Filesystem\" -> volumeMode: \"Block\"");
  }

  @Test
  void whatWasComparedIsNotNamedTwice() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT)));
    book.expected(claim(Map.of("storageClassName", "gp3")));

    assertThat(book.untaken()).isEmpty();
  }

  @Test
  void reportsReadEveryChangeWithItsReason() {
    book.add(Map.of(DATA, List.of(TAKEN_OUT)));

    assertThat(book.all())
        .containsExactly(new Translated(
            DATA.toString(),
            "spec",
            "storageClassName",
            "gp3",
            "",
            "storage-class",
            "the class is the source's own"));
  }

  @Nested
  class AComparison {

    private final RecordingChronicle chronicle = new RecordingChronicle(Path.of("nowhere"));
    private final Scenario scenario =
        scenarioWith(keepsContent()).export(Selection.resources("shop"));
    private final LossBook losses =
        new LossBook(scenario, Capabilities.UNSTATED, new CaseBook(List.of()), chronicle);

    private List<String> named(Item before, Item after) {
      losses.translated(Map.of(DATA, List.of(TAKEN_OUT)));
      losses.different(
          new Pair(before, after, new Transfer(DATA, Transfer.Result.WRITTEN, 1, "", List.of())));
      losses.complete();
      return chronicle.losses.stream()
          .map(loss -> loss.trait() + ' ' + loss.was() + " -> " + loss.became())
          .toList();
    }

    @Test
    void namesNothingThatWasMeant() {
      assertThat(named(
              claim(Map.of("storageClassName", "gp3", "volumeName", "a")),
              claim(Map.of("volumeName", "a"))))
          .isEmpty();
      assertThat(losses.fidelity().arrived()).isEqualTo(1);
    }

    @Test
    void namesWhatArrivedOtherwiseThanMeant() {
      assertThat(named(
              claim(Map.of("storageClassName", "gp3")), claim(Map.of("storageClassName", "slow"))))
          .containsExactly("spec  -> storageClassName: \"slow\"");
    }

    @Test
    void namesWhatWasLostBesidesTheChange() {
      assertThat(named(
              claim(Map.of("storageClassName", "gp3", "volumeName", "a")), claim(Map.of("b", "c"))))
          .containsExactly("spec  -> b: \"c\"", "spec volumeName: \"a\" -> ");
    }

    @Test
    void namesAChangeThatDidNotTakeWithThatAsItsReason() {
      losses.translated(Map.of(DATA, List.of(TAKEN_OUT)));
      losses.complete();

      assertThat(chronicle.losses).singleElement().satisfies(loss -> {
        assertThat(loss.became()).isEqualTo("storageClassName: \"gp3\"");
        assertThat(loss.cause()).isEqualTo(Cause.DESTINATION);
        assertThat(loss.why()).contains("the change did not take");
      });
      assertThat(losses.groups()).singleElement().extracting(LossGroup::trait).isEqualTo("spec");
    }

    @Test
    void namesAnItemThatIsGoneAsGoneAndNoChangeOfIt() {
      losses.translated(Map.of(DATA, List.of(TAKEN_OUT)));
      losses.different(new Pair(claim(Map.of("storageClassName", "gp3")), null, null));
      losses.complete();

      assertThat(chronicle.losses).singleElement().extracting(JudgedLoss::trait).isEqualTo("item");
    }
  }
}
