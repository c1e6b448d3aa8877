package eu.sortie.drill;

import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.LATEST;
import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.POSITION;
import static eu.sortie.scenario.ObjectTraits.VERSION_ID;
import static eu.sortie.scenario.ObjectTraits.VERSION_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Listed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryTests {

  /** What is listed last comes first, so places go down. */
  private static long places;

  private static final String NOON = "2026-11-24T12:00:00Z";

  /** As listed: the end's own name for a version, and at the destination which version it was written for. */
  private static Listed listed(String kind, String version, String writtenFor) {
    var item = new Item(new ItemId(kind, "k", version), Map.of(LAST_MODIFIED, Value.text(NOON)));
    return new Listed(item, --places, Optional.ofNullable(writtenFor), false);
  }

  private static Listed left(String version) {
    return listed("object", version, null);
  }

  private static Listed arrived(String version, String writtenFor) {
    return listed("object", version, writtenFor);
  }

  private static List<String> names(List<Item> items) {
    return items.stream().map(item -> item.id().version()).toList();
  }

  private static List<String> texts(List<Item> items, Trait trait) {
    return items.stream().map(item -> item.value(trait).toString()).toList();
  }

  @Nested
  class AtTheSource {

    @Test
    void versionsAreCalledByTheirPlaceTheOldestFirst() {
      var items = History.left(List.of(left("Zx"), left("Qb"), left("Aa")));

      assertThat(names(items)).containsExactly("1", "2", "3");
      assertThat(texts(items, POSITION)).containsExactly("1", "2", "3");
      assertThat(texts(items, VERSION_ID)).containsExactly("Zx", "Qb", "Aa");
      assertThat(texts(items, VERSION_TIME)).containsOnly(NOON);
    }

    @Test
    void deleteMarkersTakeTheirPlaceAmongThem() {
      var items = History.left(List.of(left("a"), listed("delete-marker", "b", null), left("c")));

      assertThat(items.stream().map(item -> item.id().kind()))
          .containsExactly("object", "delete-marker", "object");
      assertThat(names(items)).containsExactly("1", "2", "3");
    }

    @Test
    void thoseOfAnEndThatListsThemApartAreInTheOrderOfTheirTimes() {
      var items = History.left(List.of(
          at("delete-marker", "m", true, "2026-11-24T12:00:05Z"),
          at("object", "a", true, "2026-11-24T12:00:01Z"),
          at("object", "b", true, "2026-11-24T12:00:09Z")));

      assertThat(texts(items, VERSION_ID)).containsExactly("a", "m", "b");
      assertThat(texts(items, POSITION).get(2)).isEqualTo("3");
    }

    @Test
    void theOrderOfAVersionAndAMarkerASecondApartIsUnknownWhereTheyAreListedApart() {
      var items = History.left(List.of(
          at("delete-marker", "m", true, "2026-11-24T12:00:02.977Z"),
          at("object", "a", true, "2026-11-24T12:00:01Z"),
          at("object", "b", true, "2026-11-24T12:00:09Z")));

      assertThat(items.stream().map(item -> item.value(POSITION) instanceof Value.Unknown))
          .containsExactly(true, true, false);
    }

    @Test
    void theOrderOfTheListingCountsWhereFineTimesSayTheSame() {
      var items = History.left(List.of(
          at("delete-marker", "m", true, "2026-11-24T12:00:01.100Z"),
          at("object", "a", true, "2026-11-24T12:00:01.200Z")));

      assertThat(texts(items, VERSION_ID)).containsExactly("m", "a");
      assertThat(texts(items, POSITION)).containsExactly("1", "2");
    }

    @Test
    void timesWithoutFractionsMayBeRoundedSoTheySayNothing() {
      var items = History.left(List.of(
          at("object", "a", true, "2026-11-24T12:00:01Z"),
          at("delete-marker", "m", true, "2026-11-24T12:00:01.100Z")));

      assertThat(items.stream().map(item -> item.value(POSITION) instanceof Value.Unknown))
          .containsOnly(true);
    }

    @Test
    void theOrderOfTheListingCountsWhereTheyAreListedTogether() {
      var items = History.left(List.of(
          at("object", "a", false, "2026-11-24T12:00:01Z"),
          at("delete-marker", "m", false, "2026-11-24T12:00:01Z"),
          at("object", "b", false, "2026-11-24T12:00:01Z")));

      assertThat(texts(items, VERSION_ID)).containsExactly("a", "m", "b");
      assertThat(texts(items, POSITION)).containsExactly("1", "2", "3");
    }

    @Test
    void eachKindKeepsTheOrderOfTheListingWhereTheyAreListedApart() {
      var items = History.left(List.of(
          at("object", "b", true, "2026-11-24T12:00:09Z"),
          at("object", "a", true, "2026-11-24T12:00:01Z"),
          at("delete-marker", "m", true, "2026-11-24T12:00:20Z")));

      assertThat(texts(items, VERSION_ID)).containsExactly("b", "a", "m");
    }

    private static Listed at(String kind, String version, boolean apart, String time) {
      return new Listed(
          new Item(new ItemId(kind, "k", version), Map.of(LAST_MODIFIED, Value.text(time))),
          --places,
          Optional.empty(),
          apart);
    }

    @Test
    void onlyTheNewestIsTheLatest() {
      assertThat(texts(History.left(List.of(left("a"), left("b"))), LATEST))
          .containsExactly("", "yes");
    }

    @Test
    void theNullVersionIsKnownAsOne() {
      assertThat(texts(History.left(List.of(left("null"), left("b"))), NULL_VERSION))
          .containsExactly("yes", "");
    }

    @Test
    void anItemWithoutVersionsHasNoPlace() {
      var only = History.left(List.of(left("")));

      assertThat(names(only)).containsExactly("");
      assertThat(only.get(0).value(POSITION)).isEqualTo(Value.absent());
      assertThat(only.get(0).value(VERSION_TIME)).isEqualTo(Value.absent());
    }
  }

  @Nested
  class AtTheDestination {

    @Test
    void versionsAreFoundByWhatTheyWereWrittenFor() {
      var items = History.arrived(List.of(arrived("x", "1"), arrived("y", "2"), arrived("z", "3")));

      assertThat(names(items)).containsExactly("1", "2", "3");
      assertThat(texts(items, POSITION)).containsExactly("1", "2", "3");
      assertThat(texts(items, VERSION_ID)).containsExactly("x", "y", "z");
    }

    @Test
    void oneThatIsLostDoesNotShiftTheOthers() {
      var items = History.arrived(List.of(arrived("x", "1"), arrived("z", "3")));

      assertThat(names(items)).containsExactly("1", "3");
      assertThat(texts(items, POSITION)).containsExactly("1", "3");
    }

    @Test
    void thoseInAnotherOrderStandInEachOthersPlace() {
      var items =
          History.arrived(List.of(arrived("y", "2"), arrived("x", "1"), arrived("z", "10")));

      assertThat(names(items)).containsExactly("2", "1", "10");
      assertThat(texts(items, POSITION)).containsExactly("1", "2", "10");
    }

    @Test
    void oneThatNobodyWroteKeepsItsOwnNameAndTakesNobodysPlace() {
      var items =
          History.arrived(List.of(arrived("x", "1"), arrived("stranger", null), arrived("y", "2")));

      assertThat(names(items)).containsExactly("1", "stranger", "2");
      assertThat(texts(items, POSITION)).containsExactly("1", "", "2");
    }

    @Test
    void theOneThatIsKeptWithoutVersionsIsStillItself() {
      var items = History.arrived(List.of(arrived("", "7")));

      assertThat(names(items)).containsExactly("7");
      assertThat(texts(items, POSITION)).containsExactly("7");
      assertThat(items.get(0).value(VERSION_ID)).isEqualTo(Value.absent());
    }

    @Test
    void anItemWithoutVersionsIsItselfWhetherSomebodyWroteItOrNot() {
      assertThat(Stream.of(arrived("", ""), arrived("", null))
              .map(one -> names(History.arrived(List.of(one)))))
          .containsOnly(List.of(""));
    }
  }

  @Nested
  class InRounds {

    private final List<Item> history = History.left(List.of(left("null"), left("b"), left("c")));

    @Test
    void whatWasThereBeforeVersionsLeavesFirst() {
      assertThat(Round.of(true).stream().map(round -> names(round.of(history))))
          .containsExactly(List.of("1"), List.of("2", "3"));
    }

    @Test
    void aNullVersionInTheMiddleWaitsForItsTurn() {
      var suspended = History.left(List.of(left("a"), left("null"), left("c")));

      assertThat(Round.of(true).stream().map(round -> names(round.of(suspended))))
          .containsExactly(List.of(), List.of("1", "2", "3"));
    }

    @Test
    void aBucketWithoutVersionsLeavesAtOnce() {
      assertThat(Round.of(false).stream().map(round -> names(round.of(history))))
          .containsExactly(List.of("1", "2", "3"));
    }
  }
}
