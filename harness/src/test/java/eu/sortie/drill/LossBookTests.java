package eu.sortie.drill;

import static eu.sortie.drill.Sample.id;
import static eu.sortie.drill.Sample.item;
import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Allowance.lossOfItems;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Pair;
import eu.sortie.ledger.Transfer;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Capabilities.KeyRule;
import eu.sortie.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LossBookTests {

  private final RecordingChronicle chronicle = new RecordingChronicle(Path.of("nowhere"));
  private Scenario scenario = scenarioWith(keepsContent());
  private Capabilities capabilities = Capabilities.UNSTATED;

  private LossBook book(Pair... pairs) {
    var book = new LossBook(scenario, capabilities, new CaseBook(List.of()), chronicle);
    for (var pair : pairs) {
      book.different(pair);
    }
    return book;
  }

  private static Transfer carried(
      String key, Transfer.Result result, String because, Concession... concessions) {
    return new Transfer(id(key), result, 1, because, List.of(concessions));
  }

  private static Pair missing(String key, Transfer.Result result, String because) {
    return new Pair(item(key), null, carried(key, result, because));
  }

  private static Pair retyped(String key, Concession... concessions) {
    return new Pair(
        item(key),
        item(key).with(CONTENT_TYPE, Value.text("text/html")),
        carried(key, Transfer.Result.WRITTEN, "", concessions));
  }

  private JudgedLoss only() {
    assertThat(chronicle.losses).hasSize(1);
    return chronicle.losses.get(0);
  }

  @Nested
  class TheCause {

    private void is(Cause cause, String why) {
      assertThat(only().cause()).isEqualTo(cause);
      assertThat(only().why()).isEqualTo(why);
    }

    @Test
    void ofAnItemThatWasNotTakenIsTheDestinationInItsOwnWords() {
      book(missing("a", Transfer.Result.NOT_WRITTEN, "400 KeyTooLongError"));

      is(Cause.DESTINATION, "400 KeyTooLongError");
    }

    @Test
    void ofAnItemThatWasNotGivenIsTheSourceInItsOwnWords() {
      book(missing("a", Transfer.Result.NOT_READ, "403 InvalidObjectState"));

      is(Cause.SOURCE, "403 InvalidObjectState");
    }

    @Test
    void ofAnItemThatChangedIsTheSource() {
      book(missing("a", Transfer.Result.CHANGED, "412 PreconditionFailed"));

      is(Cause.SOURCE, "it changed while leaving: 412 PreconditionFailed");
    }

    @Test
    void ofAnItemThatWasTakenAndIsNotThereIsTheDestination() {
      book(missing("a", Transfer.Result.WRITTEN, ""));

      is(Cause.DESTINATION, "it was taken with success, and is not there");
    }

    @Test
    void ofAnItemNobodyCarriedIsTheTool() {
      book(new Pair(item("a"), null, null));

      is(Cause.TOOL, "it was never carried");
    }

    @Test
    void ofAnItemFromNowhereIsTheDestination() {
      book(new Pair(null, item("a"), null));

      assertThat(only().cause()).isEqualTo(Cause.DESTINATION);
      assertThat(only().why()).startsWith("nobody carried it");
    }

    @Test
    void ofATraitThatReadsBackOtherwiseIsTheDestination() {
      book(retyped("a"));

      is(Cause.DESTINATION, "it was written as read, and reads back otherwise");
    }

    @Test
    void ofATraitThatWasLeftOutIsTheConcessions() {
      book(retyped("a", new Concession(CONTENT_TYPE, Cause.TOOL, "it cannot be spelled")));

      is(Cause.TOOL, "it cannot be spelled");
    }

    @Test
    void ofATraitIsNotTheConcessionOfAnother() {
      book(retyped("a", new Concession(TAGS, Cause.TOOL, "it cannot be spelled")));

      is(Cause.DESTINATION, "it was written as read, and reads back otherwise");
    }
  }

  @Nested
  class Allowances {

    @Test
    void areCountedAndThoseNobodyNeededAreZero() {
      scenario = scenario
          .allow(lossOf(CONTENT_TYPE).because("it is guessed anyway"))
          .allow(lossOfItems().under("old/").because("nobody reads them"))
          .allow(lossOf(TAGS).because("nobody uses them"));

      var book = book(
          retyped("a"),
          retyped("b"),
          missing("old/c", Transfer.Result.NOT_WRITTEN, "no"),
          missing("d", Transfer.Result.NOT_WRITTEN, "no"));

      assertThat(book.allowances())
          .containsExactly(
              new AllowanceUse("loss of content-type", "it is guessed anyway", 2),
              new AllowanceUse("loss of item under old/", "nobody reads them", 1),
              new AllowanceUse("loss of tags", "nobody uses them", 0));
      assertThat(chronicle.losses)
          .extracting(loss -> loss.allowance().isPresent())
          .containsExactly(true, true, true, false);
    }

    @Test
    void splitTheGroupsOfWhatIsAllowedAndWhatIsNot() {
      scenario = scenario.allow(lossOf(CONTENT_TYPE).under("old/").because("who cares"));

      assertThat(book(retyped("old/a"), retyped("b")).groups())
          .extracting(LossGroup::allowed)
          .containsExactly(true, false);
    }
  }

  @Nested
  class Foretold {

    @Test
    void isALossOfATraitTheDestinationSaysItDoesNotKeep() {
      capabilities = new Capabilities("some", Map.of(CONTENT_TYPE, "it has one type"));
      book(retyped("a"));

      assertThat(only().foretold()).contains("it has one type");
    }

    @Test
    void isALossOnAKeyTheDestinationSaysItDoesNotKeep() {
      capabilities = new Capabilities(
          "some", Map.of(), List.of(new KeyRule("//", "its keys are paths of files")));
      book(missing("a//b", Transfer.Result.WRITTEN, ""));

      assertThat(only().foretold()).contains("its keys are paths of files");
    }

    @Test
    void isNothingElse() {
      capabilities = new Capabilities(
          "some", Map.of(TAGS, "none"), List.of(new KeyRule("//", "its keys are paths")));

      assertThat(book(retyped("a"), new Pair(null, item("x//y"), null)).groups())
          .extracting(LossGroup::foretold)
          .containsExactly(false, false);
    }
  }

  @Nested
  class Groups {

    @Test
    void countAllAndNameFive() {
      var pairs = new Pair[20];
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = retyped("k" + i);
      }

      assertThat(book(pairs).groups()).singleElement().satisfies(group -> {
        assertThat(group.losses()).isEqualTo(20);
        assertThat(group.samples())
            .containsExactly(
                "k0  text/plain became text/html",
                "k1  text/plain became text/html",
                "k2  text/plain became text/html",
                "k3  text/plain became text/html",
                "k4  text/plain became text/html");
      });
      assertThat(chronicle.losses).hasSize(20);
    }

    @Test
    void areApartByTraitChangeAndCause() {
      var untyped = new Pair(
          item("a"),
          item("a").with(CONTENT_TYPE, Value.absent()),
          carried("a", Transfer.Result.WRITTEN, ""));

      assertThat(book(
                  untyped,
                  retyped("b"),
                  missing("c", Transfer.Result.NOT_READ, "no"),
                  missing("d", Transfer.Result.NOT_WRITTEN, "no"))
              .groups())
          .extracting(group -> group.trait() + " " + group.change() + " " + group.cause())
          .containsExactly(
              "content-type lost destination",
              "content-type altered destination",
              "item missing source",
              "item missing destination");
    }

    @Test
    void sayTheNameOfAnEntryOnce() {
      var before = item("a").with(USER_METADATA, Value.entries(Map.of("owner", "Ægir")));
      var after = item("a").with(USER_METADATA, Value.entries(Map.of("owner", "?gir", "x", "1")));

      assertThat(book(new Pair(before, after, carried("a", Transfer.Result.WRITTEN, "")))
              .groups())
          .flatExtracting(LossGroup::samples)
          .containsExactly("a  owner: \"Ægir\" became \"?gir\"", "a  x: \"1\" was added");
    }

    @Test
    void doNotGrowWithTheNumberOfLosses() {
      var book = new LossBook(scenario, capabilities, new CaseBook(List.of()), new Deaf());
      for (int i = 0; i < 20_000; i++) {
        book.different(retyped("k" + i));
      }

      assertThat(book.groups()).singleElement().satisfies(group -> {
        assertThat(group.losses()).isEqualTo(20_000);
        assertThat(group.samples()).hasSize(5);
      });
      book.complete();
      assertThat(book.fidelity().items()).isEqualTo(20_000);
    }
  }

  @Nested
  class TheCount {

    @Test
    void isOfItemsThatLookAlikeAndOfThoseThatDoNot() {
      var book = book(
          retyped("a"), missing("b", Transfer.Result.WRITTEN, ""), new Pair(null, item("c"), null));
      book.alike(eu.sortie.inventory.Fidelity.arrived(Map.of(), 7));
      book.complete();

      assertThat(book.fidelity().items()).isEqualTo(9);
      assertThat(book.fidelity().arrived()).isEqualTo(8);
      assertThat(book.fidelity().missing()).isEqualTo(1);
      assertThat(book.fidelity().unexpected()).isEqualTo(1);
    }

    @Test
    void isNothingAsLongAsNotEverythingWasCompared() {
      var book = book(retyped("a"));

      assertThat(book.fidelity()).isEqualTo(eu.sortie.inventory.Fidelity.NONE);
    }

    @Test
    void leavesOutTraitsThatAreOnlyRecorded() {
      book(new Pair(
          item("a"),
          item("a").with(ETAG, Value.text("another")),
          carried("a", Transfer.Result.WRITTEN, "")));

      assertThat(chronicle.losses).isEmpty();
    }
  }

  /** Forgets what it is told, as a file does for the heap. */
  private static final class Deaf implements Chronicle {

    @Override
    public Path folder() {
      return Path.of("nowhere");
    }

    @Override
    public void environment(eu.sortie.scenario.Environment environment) {}

    @Override
    public void entry(JournalEntry entry) {}

    @Override
    public void creating(eu.sortie.spi.Created created) {}

    @Override
    public void loss(JudgedLoss loss) {}

    @Override
    public void change(eu.sortie.ledger.Changed change) {}

    @Override
    public void reference(SourceReference reference) {}

    @Override
    public void residue(SourceReference residue) {}

    @Override
    public void checkpoint(Checkpoint checkpoint) {}

    @Override
    public void inventories(eu.sortie.ledger.Ledger ledger) {}

    @Override
    public void outcome(Outcome outcome) {}

    @Override
    public void discard() {}

    @Override
    public void close() {}
  }
}
