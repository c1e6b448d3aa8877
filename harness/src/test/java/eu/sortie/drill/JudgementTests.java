package eu.sortie.drill;

import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Allowance.lossOfChanges;
import static eu.sortie.scenario.Gate.costToExit;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.GateResult.Result;
import eu.sortie.inventory.Fate;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Money;
import eu.sortie.measure.Rate;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Sign;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JudgementTests {

  private Fidelity fidelity = kept(10, CONTENT, CONTENT_TYPE, TAGS);
  private final List<LossGroup> losses = new ArrayList<>();
  private Timings timings = Timings.NONE;
  private Cost cost = Cost.NONE;
  private boolean priced = true;
  private final List<Rate> rates = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  private static Fidelity kept(long items, Trait... traits) {
    var fates = new TreeMap<Trait, Fate>();
    for (var trait : traits) {
      fates.put(trait, Fate.KEPT);
    }
    return Fidelity.arrived(fates, items);
  }

  private void unknown(Trait trait, long items) {
    var tallies = new TreeMap<>(fidelity.traits());
    tallies.put(trait, new Tally(10 - items, 0, 0, items, 0));
    fidelity = new Fidelity(10, 10, 0, 0, tallies);
  }

  private static LossGroup lost(String trait, String change, String allowedBecause, long many) {
    return new LossGroup(
        trait, change, "destination", "", false, allowedBecause, many, List.of("a", "b", "c", "d"));
  }

  private Changes changes = Changes.NONE;
  private List<String> gaps = List.of();
  private long frames;
  private final Map<Gate.Alive, Sign> seen = new LinkedHashMap<>();
  private final ReferenceBook residues = new ReferenceBook(reference -> {});

  private List<GateResult> judge(Scenario scenario) {
    var signs = Signs.of(scenario);
    seen.forEach(signs::saw);
    return new Judgement(
            fidelity,
            losses,
            timings,
            cost,
            priced,
            rates,
            violations,
            changes,
            gaps,
            frames,
            signs,
            residues,
            Drift.of(scenario))
        .judge(scenario);
  }

  @Test
  void whatRunsIsJudgedByWhatWasSeenOfIt() {
    var ready = new Gate.WorkloadsReady(Duration.ofMinutes(5));

    assertThat(judge(ready).result()).isEqualTo(Result.INCONCLUSIVE);

    seen.put(
        ready, Sign.dead("deployment.apps/web is not ready", List.of("Back-off pulling image")));
    assertThat(judge(ready).result()).isEqualTo(Result.BREACHED);
    assertThat(judge(ready).examples()).containsExactly("Back-off pulling image");

    seen.put(ready, Sign.alive("2 workloads were ready after 3 s"));
    assertThat(judge(ready).result()).isEqualTo(Result.CLEARED);
    assertThat(judge(ready).wanted()).isEqualTo("all ready within 5 min, without the source");
  }

  @Test
  void aResidueOfTheSourceBreachesItsGateAlone() {
    fidelity = Fidelity.arrived(Map.of(CONTENT, Fate.KEPT), 10);
    assertThat(judge(Gate.noResidueOfTheSource()).result()).isEqualTo(Result.CLEARED);

    residues.look(new Item(
        ItemId.of("resource", "configmap/settings"),
        Map.of(
            Trait.compared("data"),
            Value.entries(Map.of("queue", "arn:aws:sqs:eu-west-3:111122223333:new")))));

    var gate = judge(Gate.noResidueOfTheSource());
    assertThat(gate.result()).isEqualTo(Result.BREACHED);
    assertThat(gate.seen()).isEqualTo("1 × arn: residues.csv");
    assertThat(judge(everyItem().keeps(CONTENT)).result()).isEqualTo(Result.CLEARED);
  }

  @Test
  void whereSomeWereNotLookedThroughNobodyKnowsOfResidues() {
    fidelity = Fidelity.arrived(Map.of(CONTENT, Fate.KEPT), 10);
    residues.missedSome();

    assertThat(judge(Gate.noResidueOfTheSource()).result()).isEqualTo(Result.INCONCLUSIVE);
  }

  @Test
  void whereATraitCouldNotBeSeenNobodyKnowsOfResidues() {
    fidelity = Fidelity.arrived(Map.of(CONTENT, Fate.UNKNOWN), 10);

    assertThat(judge(Gate.noResidueOfTheSource()).result()).isEqualTo(Result.INCONCLUSIVE);
  }

  private GateResult judge(Gate gate) {
    return judge(scenarioWith(gate)).get(0);
  }

  private GateResult nothingElse(Scenario scenario) {
    var gates = judge(scenario);
    var own = gates.get(gates.size() - 2);
    assertThat(own.gate()).isEqualTo("nothing else is lost without an allowance");
    return own;
  }

  @Test
  void whatItemsOfAnotherKindCannotHaveIsNotSaidOfThem() {
    var bucket = Fidelity.arrived(Map.of(Trait.compared("policy"), Fate.KEPT), 1);
    fidelity = Fidelity.arrived(Map.of(CONTENT, Fate.KEPT), 10).plus(bucket);

    assertThat(judge(everyItem().keeps(CONTENT)).seen()).isEqualTo("kept on all 10 items");

    losses.add(lost("policy", "lost", "", 2));

    assertThat(nothingElse(scenarioWith(everyItem().keeps(CONTENT))).seen())
        .isEqualTo("policy lost 2 times on 1 items");
  }

  @Test
  void aBucketInWhichNothingIsProvesNothingOfAnExit() {
    fidelity = Fidelity.arrived(Map.of(), 1);
    frames = 1;

    assertThat(judge(scenarioWith(Gate.timeToExit().atMost(Duration.ofHours(1)))))
        .extracting(GateResult::result)
        .startsWith(GateResult.Result.INCONCLUSIVE, GateResult.Result.INCONCLUSIVE);
  }

  @Test
  void whatChangedWhileItemsLeftIsInconclusiveUntilItIsAllowed() {
    changes = new Changes(0, 1, 1, List.of());
    var scenario = scenarioWith(Gate.timeToExit().atMost(Duration.ofHours(1)));

    assertThat(nothingElse(scenario).result()).isEqualTo(GateResult.Result.INCONCLUSIVE);
    assertThat(nothingElse(scenario).seen())
        .contains("0 were written, 1 overwritten and 1 deleted at the source", "changes.csv");
    assertThat(nothingElse(scenario.allow(lossOfChanges().because("uploads go on all night")))
            .result())
        .isEqualTo(GateResult.Result.CLEARED);
  }

  @Test
  void countsThatDoNotAddUpAreInconclusive() {
    gaps = List.of("10 items were listed, but 9 were read");

    assertThat(nothingElse(scenarioWith(Gate.timeToExit().atMost(Duration.ofHours(1))))
            .seen())
        .isEqualTo("10 items were listed, but 9 were read");
  }

  @Nested
  class EveryItemKeeps {

    private final Gate gate = everyItem().keeps(CONTENT, TAGS);

    @Test
    void isClearedWhereAllWasSeenAndKept() {
      assertThat(judge(gate))
          .isEqualTo(new GateResult(
              "every item keeps content, tags",
              Result.CLEARED,
              "all items, all of these traits",
              "kept on all 10 items",
              List.of()));
    }

    @Test
    void isBreachedByOneLossOfOneOfItsTraits() {
      losses.add(lost("tags", "lost", "", 1));

      var judged = judge(gate);

      assertThat(judged.result()).isEqualTo(Result.BREACHED);
      assertThat(judged.seen()).isEqualTo("tags lost 1 times on 10 items");
    }

    @Test
    void isBreachedByAnItemThatIsNotThere() {
      losses.add(lost("item", "missing", "", 2));

      assertThat(judge(gate).seen()).isEqualTo("2 items missing");
      assertThat(judge(gate).result()).isEqualTo(Result.BREACHED);
    }

    @Test
    void isNotBreachedByALossThatIsAllowed() {
      losses.add(lost("tags", "lost", "nobody uses them", 3));

      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);
      assertThat(judge(gate).seen())
          .isEqualTo("kept on 10 items, but for 3 losses that are allowed");
    }

    @Test
    void isNotBreachedByALossOfAnotherTrait() {
      losses.add(lost("content-type", "altered", "", 3));

      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void showsThreeExamplesAndWhetherTheyAreASurprise() {
      losses.add(lost("tags", "lost", "", 4));

      assertThat(judge(gate).examples())
          .containsExactly("a      surprise", "b      surprise", "c      surprise");
    }

    @Test
    void isInconclusiveWhereNothingWasCompared() {
      fidelity = Fidelity.NONE;

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(judge(gate).seen()).isEqualTo("nothing was compared");
    }

    @Test
    void isInconclusiveWhereATraitWasNeverObserved() {
      var judged = judge(everyItem().keeps(CONTENT, EXPIRES));

      assertThat(judged.result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(judged.seen()).isEqualTo("expires could not be seen on 10 of 10 items");
    }

    @Test
    void isInconclusiveWhereATraitIsUnknownOnOneItem() {
      unknown(TAGS, 1);

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(judge(gate).seen()).isEqualTo("tags could not be seen on 1 of 10 items");
    }

    @Test
    void isBreachedAndNotInconclusiveWhereBothAreTrue() {
      unknown(TAGS, 1);
      losses.add(lost("content", "altered", "", 1));

      assertThat(judge(gate).result()).isEqualTo(Result.BREACHED);
    }

    @Test
    void isClearedWhereNeitherEndHasTheTrait() {
      fidelity = Fidelity.arrived(Map.of(CONTENT, Fate.KEPT, TAGS, Fate.ABSENT), 10);

      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);
    }
  }

  @Nested
  class TimeToExit {

    private final Gate gate = timeToExit().atMost(Duration.ofMinutes(30));

    private void took(Duration export, Duration restore) {
      timings = Timings.NONE
          .with(Stage.EXPORT, export)
          .with(Stage.RESTORE, restore)
          .with(Stage.RESURVEY, Duration.ofHours(5));
    }

    @Test
    void isClearedAtTheBarItself() {
      took(Duration.ofMinutes(20), Duration.ofMinutes(10));

      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void isBreachedAMillisecondLater() {
      took(Duration.ofMinutes(20), Duration.ofMinutes(10).plusMillis(1));

      assertThat(judge(gate).result()).isEqualTo(Result.BREACHED);
      assertThat(judge(gate).seen())
          .isEqualTo("took 30 min 00 s: export 20 min 00 s, restore 10 min 00 s");
    }

    @Test
    void isInconclusiveWhereNothingLeft() {
      fidelity = Fidelity.NONE;

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
    }
  }

  @Nested
  class CostToExit {

    private final Gate gate = costToExit().atMost(Money.euros("5.00"));

    private void costs(String amount, String currency) {
      var money = new Money(new BigDecimal(amount), Money.currency(currency));
      cost = new Cost(List.of(
          new Cost.Line("aws", "aws-eu-west-3", "egress", BigDecimal.TEN, "GiB", money, true)));
    }

    private void aDollarIs(String euros) {
      rates.add(new Rate(
          Money.currency("USD"),
          Money.currency("EUR"),
          new BigDecimal(euros),
          LocalDate.of(2026, 11, 24),
          "ECB"));
    }

    @Test
    void isClearedAtTheBarItself() {
      costs("5.00", "EUR");

      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);
      assertThat(judge(gate).seen()).isEqualTo("cost 5.00 EUR at list price");
    }

    @Test
    void isBreachedACentAbove() {
      costs("5.01", "EUR");

      assertThat(judge(gate).result()).isEqualTo(Result.BREACHED);
    }

    @Test
    void isInconclusiveInAnotherCurrencyWithoutARate() {
      costs("1.00", "USD");

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(judge(gate).seen())
          .isEqualTo("1.00 USD; no rate to EUR is given, add one under rates in the environment");
    }

    @Test
    void isJudgedInAnotherCurrencyWithADatedRate() {
      costs("5.00", "USD");
      aDollarIs("0.90");
      assertThat(judge(gate).result()).isEqualTo(Result.CLEARED);

      rates.clear();
      aDollarIs("1.10");
      assertThat(judge(gate).result()).isEqualTo(Result.BREACHED);
      assertThat(judge(gate).seen()).isEqualTo("cost 5.50 EUR at list price");
    }

    @Test
    void isInconclusiveWhereAnEndHasNoPriceList() {
      costs("0.01", "EUR");
      priced = false;

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(judge(gate).seen())
          .isEqualTo("not every end has a price list, so the cost is unknown");
    }

    @Test
    void isInconclusiveWhereNothingLeft() {
      fidelity = Fidelity.NONE;

      assertThat(judge(gate).result()).isEqualTo(Result.INCONCLUSIVE);
    }
  }

  @Nested
  class NothingElseIsLost {

    private final Scenario scenario = scenarioWith(everyItem().keeps(CONTENT));

    @Test
    void isClearedWhereNothingIs() {
      assertThat(nothingElse(scenario).result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void isBreachedByALossNoGateAsksForAndNoAllowanceAccepts() {
      losses.add(lost("content-type", "altered", "", 2));

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.BREACHED);
      assertThat(nothingElse(scenario).seen())
          .isEqualTo("content-type altered 2 times on 10 items");
    }

    @Test
    void isBreachedByAnItemFromNowhere() {
      losses.add(lost("item", "unexpected", "", 1));

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.BREACHED);
      assertThat(judge(scenario).get(0).result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void isBreachedByAMissingItemWhereNoGateIsAboutItems() {
      losses.add(lost("item", "missing", "", 1));

      assertThat(nothingElse(scenarioWith(timeToExit().atMost(Duration.ofMinutes(1))))
              .result())
          .isEqualTo(Result.BREACHED);
    }

    @Test
    void leavesToTheGatesWhatTheyAskFor() {
      losses.add(lost("content", "altered", "", 1));
      losses.add(lost("item", "missing", "", 1));

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.CLEARED);
      assertThat(judge(scenario).get(0).seen())
          .isEqualTo("content altered 1 times on 10 items, 1 items missing");
    }

    @Test
    void isNotBreachedByALossThatIsAllowed() {
      losses.add(lost("tags", "lost", "nobody uses them", 10));

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void isInconclusiveWhereSomethingCouldNotBeSeen() {
      unknown(TAGS, 2);

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.INCONCLUSIVE);
      assertThat(nothingElse(scenario).seen()).isEqualTo("tags could not be seen on 2 of 10 items");
    }

    @Test
    void needsNotSeeWhatMayBeLostAnyway() {
      unknown(TAGS, 2);

      assertThat(nothingElse(scenario.allow(lossOf(TAGS).because("nobody uses them")))
              .result())
          .isEqualTo(Result.CLEARED);
    }

    @Test
    void hasToSeeWhatMayBeLostInOnePlaceOnly() {
      unknown(TAGS, 2);
      var allowed = lossOf(TAGS).under("old/").because("nobody uses them");

      assertThat(nothingElse(scenario.allow(allowed)).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void leavesTheUnseenToTheGateThatAsksForIt() {
      unknown(CONTENT, 2);

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.CLEARED);
      assertThat(judge(scenario).get(0).result()).isEqualTo(Result.INCONCLUSIVE);
    }

    @Test
    void isInconclusiveWhereNothingWasCompared() {
      fidelity = Fidelity.NONE;

      assertThat(nothingElse(scenario).result()).isEqualTo(Result.INCONCLUSIVE);
    }
  }

  @Nested
  class TheSourceStaysCut {

    private GateResult own() {
      var gates = judge(scenarioWith(everyItem().keeps(CONTENT)));
      return gates.get(gates.size() - 1);
    }

    @Test
    void isClearedWithoutViolations() {
      assertThat(own().gate()).isEqualTo("the source is only read, and stays cut");
      assertThat(own().result()).isEqualTo(Result.CLEARED);
    }

    @Test
    void isBreachedByOneViolationAndNamesIt() {
      violations.add("GetObject was called after 'aws' was cut off, by me");

      assertThat(own().result()).isEqualTo(Result.BREACHED);
      assertThat(own().seen())
          .isEqualTo("1 refused, the first: GetObject was called after 'aws' was cut off, by me");
      assertThat(own().examples()).hasSize(1);
    }
  }

  @Nested
  class TheVerdict {

    private static GateResult gate(String name, Result result) {
      return new GateResult(name, result, "", "saw " + name, List.of());
    }

    @Test
    void isPassedWhereEveryGateIsCleared() {
      assertThat(Judgement.verdict(List.of(gate("a", Result.CLEARED))))
          .isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void isInconclusiveOverPassed() {
      assertThat(
              Judgement.verdict(List.of(gate("a", Result.CLEARED), gate("b", Result.INCONCLUSIVE))))
          .isEqualTo(new Verdict.Inconclusive("b: saw b"));
    }

    @Test
    void isFailedOverInconclusiveAndNamesEveryBreach() {
      assertThat(Judgement.verdict(List.of(
              gate("a", Result.BREACHED),
              gate("b", Result.INCONCLUSIVE),
              gate("c", Result.BREACHED))))
          .isEqualTo(
              new Verdict.Failed(List.of(new Breach("a", "saw a"), new Breach("c", "saw c"))));
    }

    @Test
    void comesFromTheGatesInTheirOrderAndThenFromTheDrillsOwn() {
      var scenario =
          scenarioWith(timeToExit().atMost(Duration.ofMinutes(1)), everyItem().keeps(CONTENT));

      assertThat(judge(scenario))
          .extracting(GateResult::gate)
          .containsExactly(
              "time to exit at most 1 min",
              "every item keeps content",
              Judgement.NOTHING_ELSE,
              Judgement.SOURCE_STAYS_CUT);
    }

    @Test
    void saysItselfInOneWord() {
      assertThat(new Verdict.Passed().word()).isEqualTo("passed");
      assertThat(new Verdict.Failed(List.of()).word()).isEqualTo("failed");
      assertThat(new Verdict.Inconclusive("").word()).isEqualTo("inconclusive");
    }
  }
}
