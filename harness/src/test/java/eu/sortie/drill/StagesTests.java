package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Gate.everyItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.LineException;
import eu.sortie.spi.Recording;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StagesTests {

  @TempDir
  Path folder;

  private Rehearsal rehearsal;

  @BeforeEach
  void threeObjects() {
    rehearsal = new Rehearsal(folder, "a", "b", "c/../d");
  }

  private Outcome run() throws IOException {
    return rehearsal.run(scenarioWith(keepsContent()));
  }

  private static final Gate READY = Gate.workloadsReady().within(Duration.ofMinutes(5));

  /** With a gate on what runs, there is every stage. */
  private Outcome runServing() throws IOException {
    return rehearsal.run(scenarioWith(keepsContent(), READY));
  }

  private static String reason(Outcome outcome) {
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Inconclusive.class);
    return ((Verdict.Inconclusive) outcome.verdict()).reason();
  }

  private void clearedAndTold(Outcome outcome) {
    assertThat(rehearsal.destination.clearings).isEqualTo(1);
    assertThat(rehearsal.destination.objects.all()).isEmpty();
    assertThat(rehearsal.chronicle.outcomes).containsExactly(outcome);
    assertThat(outcome.timings().stages()).containsKeys(Stage.CLEAR);
    assertThat(outcome.leftovers()).isEmpty();
  }

  @Nested
  class WhatAllGoesWell {

    @Test
    void passesThroughEveryStageInOrder() throws IOException {
      var outcome = runServing();

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
      assertThat(rehearsal.told).containsExactly(Stage.values());
      assertThat(rehearsal.chronicle.stages()).containsExactly(Stage.values());
      assertThat(outcome.timings().stages()).containsOnlyKeys(Stage.values());
      clearedAndTold(outcome);
    }

    @Test
    void readsEachItemOnceAndClosesWhatItOpens() throws IOException {
      run();

      assertThat(rehearsal.source.reads).hasValue(3);
      assertThat(rehearsal.destination.writes).hasValue(3);
      assertThat(rehearsal.source.open).hasValue(0);
      assertThat(rehearsal.destination.open).hasValue(0);
    }

    @Test
    void cutsTheSourceBeforeItRestores() throws IOException {
      rehearsal.at(
          Stage.RESTORE,
          () -> assertThatExceptionOfType(LineException.class)
              .isThrownBy(() -> rehearsal.source.list(item -> {})));

      run();
      assertThat(rehearsal.sourceLine.violations()).hasSize(1);
    }

    @Test
    void namesWhatItCreatesBeforeItIsThere() throws IOException {
      rehearsal.destination.prepareFails = new IOException("no room");

      run();

      assertThat(rehearsal.chronicle.created)
          .singleElement()
          .satisfies(created -> assertThat(created.what()).isEqualTo("bucket samples-drill"));
    }

    @Test
    void tellsTheInventoriesAndLetsGoOfItsLedger() throws IOException {
      run();

      assertThat(rehearsal.chronicle.itemsAtSource).isEqualTo(3);
      assertThat(rehearsal.chronicle.itemsAtDestination).isEqualTo(3);
      Ledger.remove(folder);
      try (var files = Files.list(folder)) {
        assertThat(files).isEmpty();
      }
    }

    @Test
    void namesEveryLibraryThatReadOrWrote() throws IOException {
      var ends = run().ends();

      assertThat(ends.get(0).libraries()).containsExactly("read: memory, source");
      assertThat(ends.get(1).libraries())
          .containsExactly(
              "written: memory, writer",
              "read back: memory, other witness (1 items)",
              "read back: memory, witness (2 items)");
    }

    @Test
    void countsRequestsUnderTheStageTheyCrossedIn() throws IOException {
      var usage = run().ends().get(1).usage();

      assertThat(usage.stages().get(Stage.EXPORT)).containsOnlyKeys("CreateBucket", "PutObject");
      assertThat(usage.stages().get(Stage.RESURVEY)).containsOnlyKeys("GetObject", "ListObjectsV2");
    }

    @Test
    void takesTheTimeOfEachStageByTheClockThatOnlyGoesForward() throws IOException {
      // The journal looks at the clock once in each of these, and each look is a second.
      assertThat(run().timings().of(Stage.CUT)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void saysThatAnItemWasListedTwiceAndCarriesItOnce() throws IOException {
      rehearsal.source.listedToo.add("a");

      var outcome = run();

      assertThat(outcome.fidelity().items()).isEqualTo(3);
      assertThat(rehearsal.destination.writes).hasValue(3);
      assertThat(rehearsal.chronicle.words())
          .contains("SURVEY 1 items were listed more than once; each counts once");
    }

    @Test
    void keepsWhatArrivedWhereItIsAskedTo() throws IOException {
      rehearsal.keep = true;

      var outcome = run();

      assertThat(rehearsal.destination.clearings).isZero();
      assertThat(rehearsal.destination.objects.all()).hasSize(3);
      assertThat(outcome.kept())
          .containsExactly(
              "bucket samples-drill at 'europe', as asked; remove it with: rb samples-drill");
    }
  }

  @Nested
  class WhatIsLost {

    @Test
    void isNamedWithItsCause() throws IOException {
      rehearsal.at(
          Stage.RESURVEY,
          () -> rehearsal.destination.objects.change(
              "b", ObjectTraits.CONTENT_TYPE, Value.text("text/html")));

      var outcome = run();

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
      assertThat(rehearsal.chronicle.losses).singleElement().satisfies(loss -> {
        assertThat(loss.loss().id().key()).isEqualTo("b");
        assertThat(loss.trait()).isEqualTo("content-type");
        assertThat(loss.was()).isEqualTo("text/plain");
        assertThat(loss.became()).isEqualTo("text/html");
        assertThat(loss.why()).isEqualTo("it was written as read, and reads back otherwise");
      });
      clearedAndTold(outcome);
    }

    @Test
    void isAMissingItemWhereTheDestinationListsItAndDoesNotHaveIt() throws IOException {
      rehearsal.destination.unreadable.put(
          "b", new eu.sortie.spi.ChangedException("404 NoSuchKey", new IOException()));

      assertThat(run().fidelity().missing()).isEqualTo(1);
    }

    @Test
    void isUnknownWhereTheDestinationDoesNotGiveItBack() throws IOException {
      rehearsal.destination.unreadable.put(
          "b", new RefusedException("403 AccessDenied", new IOException()));

      var outcome = run();

      assertThat(outcome.fidelity().tally(ObjectTraits.CONTENT).unknown()).isEqualTo(1);
      assertThat(reason(outcome)).contains("content could not be seen on 1 of 3 items");
    }

    @Test
    void isReportedAsLeftWhereItCannotBeRemoved() throws IOException {
      rehearsal.at(
          Stage.RESURVEY,
          () -> rehearsal.destination.objects.put(Sample.item("stranger"), Sample.bytes("s")));

      var outcome = run();

      assertThat(rehearsal.destination.cleared).containsExactlyInAnyOrder("a", "b", "c/../d");
      assertThat(outcome.leftovers())
          .containsExactly(
              new Leftover("bucket samples-drill", "BucketNotEmpty", "rb samples-drill"));
      assertThat(rehearsal.chronicle.words())
          .contains(
              "CLEAR left behind: bucket samples-drill, because BucketNotEmpty; rb samples-drill");
    }
  }

  @Nested
  class WhatIsStopped {

    @ParameterizedTest
    @EnumSource(names = {"SURVEY", "EXPORT", "CUT", "RESTORE", "RESURVEY", "COMPARE"})
    void isInconclusiveAndClearsInWhateverStageItWas(Stage stage) throws IOException {
      rehearsal.at(stage, () -> rehearsal.stopSign.raise("interrupted"));

      var outcome = run();

      assertThat(reason(outcome)).isEqualTo("interrupted");
      assertThat(rehearsal.told).contains(stage, Stage.JUDGE, Stage.CLEAR);
      clearedAndTold(outcome);
    }

    @ParameterizedTest
    @EnumSource(names = {"SURVEY", "EXPORT", "RESURVEY"})
    void endsAtTheNextItem(Stage stage) throws IOException {
      var many = new String[100];
      for (int i = 0; i < many.length; i++) {
        many[i] = "k" + i;
      }
      rehearsal = new Rehearsal(folder, many);
      rehearsal.at(stage, () -> rehearsal.stopSign.raise("interrupted"));
      var before = new long[1];
      rehearsal.at(Stage.JUDGE, () -> before[0] = rehearsal.itemsTold.get());

      run();

      assertThat(before[0])
          .isEqualTo(
              switch (stage) {
                case SURVEY -> 0;
                case EXPORT -> 100;
                default -> 200;
              });
    }

    @Test
    void beforeItBeganTouchesNothing() throws IOException {
      rehearsal.stopSign.raise("interrupted");

      var outcome = run();

      assertThat(reason(outcome)).isEqualTo("interrupted");
      assertThat(rehearsal.sourceLine.meter().usage().stages()).isEmpty();
      assertThat(rehearsal.chronicle.created).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"JUDGE", "CLEAR"})
    void onceJudgedStaysJudged(Stage stage) throws IOException {
      rehearsal.at(stage, () -> rehearsal.stopSign.raise("interrupted"));

      assertThat(run().verdict()).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void saysTheFirstReasonOnly() throws IOException {
      rehearsal.stopSign.raise("interrupted");
      rehearsal.stopSign.raise("once more");

      assertThat(reason(run())).isEqualTo("interrupted");
    }

    @Test
    void cutsTheSourceEvenBeforeItsTime() throws IOException {
      rehearsal.at(Stage.SURVEY, () -> rehearsal.stopSign.raise("interrupted"));
      run();

      assertThatExceptionOfType(LineException.class)
          .isThrownBy(() -> rehearsal.source.list(item -> {}));
    }
  }

  @Nested
  class WhatRuns {

    @Test
    void isLookedAtAfterTheCutAndOnlyWhereAGateAsks() throws IOException {
      rehearsal.at(
          Stage.SERVE,
          () -> assertThatExceptionOfType(LineException.class)
              .isThrownBy(() -> rehearsal.source.list(item -> {})));

      // The source was asked for once more than it may be, which its own gate says.
      runServing();
      assertThat(rehearsal.destination.asked).containsExactly((Gate.Alive) READY);
    }

    private static final Gate ALIKE = Gate.answersAlike("web", "/");

    @Test
    void isHeldAgainstHowItRanBeforeTheCut() throws IOException {
      var outcome = rehearsal.run(scenarioWith(keepsContent(), ALIKE));

      assertThat(rehearsal.destination.told).containsExactly(rehearsal.source.recording);
      assertThat(rehearsal.chronicle.entries)
          .anyMatch(entry ->
              entry.stage() == Stage.SURVEY && entry.what().endsWith("at the source: status"));
      outcome.mustPass();
    }

    @Test
    void isNotAskedAtAllWhereNobodyKnowsHowItRanAtTheSource() throws IOException {
      rehearsal.source.recording = Recording.unknown("no pod of service web is ready");

      var outcome = rehearsal.run(scenarioWith(keepsContent(), ALIKE));

      assertThat(rehearsal.destination.asked).isEmpty();
      assertThat(reason(outcome))
          .contains("how it was at the source is not known: no pod of service web is ready");
    }

    @Test
    void isNotWaitedForWhereNoGateAsks() throws IOException {
      var outcome = run();

      assertThat(rehearsal.told).doesNotContain(Stage.SERVE);
      assertThat(rehearsal.destination.asked).isEmpty();
      assertThat(outcome.timings().toService()).isZero();
    }

    @Test
    void isNoStageToGoOnInWhereNoGateAsks() throws IOException {
      run();

      assertThat(rehearsal.chronicle.checkpoints)
          .filteredOn(checkpoint -> checkpoint.during() == Stage.RESURVEY)
          .isNotEmpty()
          .allSatisfy(
              checkpoint -> assertThat(checkpoint.stage()).isGreaterThanOrEqualTo(Stage.RESURVEY));
    }

    @Test
    void failsTheDrillWhereItDoesNot() throws IOException {
      rehearsal.destination.sign =
          Sign.dead("1 of 1 workloads were not ready", List.of("web: 0 of 2"));

      var outcome = runServing();
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
      assertThat(outcome.gates().get(1).seen()).isEqualTo("1 of 1 workloads were not ready");
      assertThat(outcome.gates().get(1).examples()).containsExactly("web: 0 of 2");
      clearedAndTold(outcome);
    }

    @Test
    void isUnknownWhereTheEndDoesNotAnswer() throws IOException {
      rehearsal.destination.lookFails = new IOException("connection refused");

      var outcome = runServing();
      assertThat(reason(outcome))
          .isEqualTo("SERVE could not be finished: end 'europe': connection refused");
      clearedAndTold(outcome);
    }
  }

  @Nested
  class WhatBreaks {

    @ParameterizedTest
    @EnumSource
    void clearsAndLeavesAnOutcomeWhateverBreaksInWhateverStage(Stage stage) throws IOException {
      rehearsal.at(stage, () -> {
        throw new IllegalStateException("broken on purpose");
      });

      var outcome = runServing();

      if (stage != Stage.CLEAR) {
        assertThat(reason(outcome)).isEqualTo(stage + " could not be finished: broken on purpose");
      }
      clearedAndTold(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void clearsEvenWhereTheMachineRunsOutOfSomething(Stage stage) throws IOException {
      rehearsal.at(stage, () -> {
        throw new OutOfMemoryError("made up");
      });

      clearedAndTold(runServing());
    }

    @Test
    void isNamedByItsKindWhereItHasNoWords() throws IOException {
      rehearsal.at(Stage.EXPORT, () -> {
        throw new NullPointerException();
      });

      assertThat(reason(run()))
          .isEqualTo("EXPORT could not be finished: java.lang.NullPointerException");
    }

    @Test
    void isInconclusiveWhereTheDestinationCannotBePrepared() throws IOException {
      rehearsal.destination.prepareFails = new IOException("403 AccessDenied");

      assertThat(reason(run()))
          .isEqualTo("EXPORT could not be finished: end 'europe': 403 AccessDenied");
      assertThat(rehearsal.source.reads).hasValue(0);
    }

    @Test
    void clearsEvenWhereTheJournalTakesNoMore() throws IOException {
      rehearsal.at(
          Stage.RESTORE,
          () -> rehearsal.chronicle.onEntry = entry -> {
            throw new UncheckedIOException(new IOException("no space left on device"));
          });

      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(StagesTests.this::run);
      assertThat(rehearsal.destination.clearings).isEqualTo(1);
      assertThat(rehearsal.destination.objects.all()).isEmpty();
      assertThat(rehearsal.chronicle.outcomes).isEmpty();
    }

    @Test
    void namesWhatIsLeftWhereClearingItselfBreaks() throws IOException {
      rehearsal.destination.clearFails = new IllegalStateException("broken on purpose");

      var outcome = run();

      assertThat(outcome.leftovers())
          .containsExactly(
              new Leftover("bucket samples-drill", "broken on purpose", "rb samples-drill"));
      assertThat(rehearsal.chronicle.outcomes).containsExactly(outcome);
    }

    @Test
    void nothingIsClearedAsLostBeforeAnythingWasCompared() throws IOException {
      rehearsal.at(Stage.COMPARE, () -> {
        throw new IllegalStateException("broken on purpose");
      });

      assertThat(run().gates())
          .filteredOn(gate -> !gate.gate().equals(Judgement.SOURCE_STAYS_CUT))
          .allSatisfy(gate -> {
            assertThat(gate.result()).isEqualTo(GateResult.Result.INCONCLUSIVE);
            assertThat(gate.seen()).isEqualTo("nothing was compared");
          });
    }
  }

  @Nested
  class ASourceThatIsCalledAfterTheCut {

    private static final String BREACH =
        "1 refused, the first: GetObject was called after 'aws' was cut off, by ";

    private void callsTheSource() {
      try (var reading = rehearsal.source.read(Sample.item("a"))) {
        assertThat(reading).isNotNull();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private void isABreach(Outcome outcome) {
      assertThat(outcome.verdict())
          .isInstanceOfSatisfying(
              Verdict.Failed.class,
              failed -> assertThat(failed.breaches()).singleElement().satisfies(breach -> {
                assertThat(breach.gate()).isEqualTo(Judgement.SOURCE_STAYS_CUT);
                assertThat(breach.seen()).startsWith(BREACH).contains("eu.sortie.drill.");
              }));
      clearedAndTold(outcome);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORE", "RESURVEY", "COMPARE", "JUDGE"})
    void isABreachThatNamesOperationAndCaller(Stage stage) throws IOException {
      rehearsal.at(
          stage,
          () -> assertThatExceptionOfType(LineException.class).isThrownBy(this::callsTheSource));

      isABreach(run());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORE", "RESURVEY", "COMPARE", "JUDGE"})
    void isABreachEvenWhereItBreaksTheStage(Stage stage) throws IOException {
      rehearsal.at(stage, this::callsTheSource);

      var outcome = run();

      isABreach(outcome);
      assertThat(outcome.notCovered())
          .anyMatch(line -> line.startsWith(
              "The drill did not come to its end: %s could not be finished".formatted(stage)));
    }
  }

  @Nested
  class WhatIsAllowedAndForetold {

    @Test
    void passesAndCountsTheAllowance() throws IOException {
      rehearsal.at(
          Stage.RESURVEY,
          () -> rehearsal.destination.objects.change(
              "b", ObjectTraits.CONTENT_TYPE, Value.text("text/html")));

      var outcome = rehearsal.run(
          scenarioWith(everyItem().keeps(ObjectTraits.CONTENT, ObjectTraits.CONTENT_TYPE))
              .allow(lossOf(ObjectTraits.CONTENT_TYPE).because("we can live with it"))
              .allow(lossOf(ObjectTraits.TAGS).because("they are not used")));

      assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
      assertThat(outcome.allowances()).extracting(AllowanceUse::losses).isEqualTo(List.of(1L, 0L));
    }
  }
}
