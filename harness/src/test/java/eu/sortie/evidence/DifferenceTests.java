package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.evidence.Difference.Direction;
import eu.sortie.evidence.Difference.Step;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DifferenceTests {

  private static Direction direction(Difference difference, String what) {
    return difference.steps().stream()
        .filter(step -> step.what().equals(what))
        .map(Step::direction)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no step '%s' in %s".formatted(what, difference.text())));
  }

  private static Difference timed(long exportMs, long restoreMs) {
    return Difference.between(
        Outcomes.passed(),
        Outcomes.withCostAndTime(
            Outcomes.passed(), "0.4312", Outcomes.timings(exportMs, restoreMs)));
  }

  @Nested
  class OfAPassedDrillAndAFailedOne {

    private final Difference difference = Difference.between(Outcomes.passed(), Outcomes.failed());

    @Test
    void namesWhatGotWorse() {
      assertThat(difference.isSetback()).isTrue();
      assertThat(direction(difference, "verdict")).isEqualTo(Direction.WORSE);
      assertThat(direction(difference, "items missing")).isEqualTo(Direction.WORSE);
      assertThat(direction(difference, "user-metadata")).isEqualTo(Direction.WORSE);
      assertThat(direction(difference, "time to exit")).isEqualTo(Direction.SLOWER);
      assertThat(direction(difference, "cost to exit in USD")).isEqualTo(Direction.DEARER);
    }

    @Test
    void namesLossesThatAreNewAndThoseThatStay() {
      assertThat(difference.steps())
          .contains(new Step(
              Direction.WORSE,
              "user-metadata altered by the destination (surprise, not allowed)",
              "none",
              "14 losses"));
      assertThat(
              direction(difference, "storage-class altered by the destination (foretold, allowed)"))
          .isEqualTo(Direction.SAME);
    }

    @Test
    void turnsRoundWithItsDrills() {
      var back = Difference.between(Outcomes.failed(), Outcomes.passed());

      assertThat(back.isSetback()).isFalse();
      assertThat(direction(back, "verdict")).isEqualTo(Direction.BETTER);
      assertThat(direction(back, "time to exit")).isEqualTo(Direction.FASTER);
      assertThat(back.text()).contains("the drill named first is the later one");
    }

    @Test
    void isReadAloudWorstFirst() {
      assertThat(difference.text())
          .contains("  worse    verdict: was passed, is failed\n")
          .contains("  slower   time to exit: was 1 min 06 s, is 41 min 07 s (× 37.09)\n")
          .contains("  worse    content: was 12 480 kept, is 12 477 kept, 3 lost\n");
      assertThat(difference.text().indexOf("slower"))
          .isGreaterThan(difference.text().indexOf("worse"));
    }
  }

  @Nested
  class Noise {

    @Test
    void isADifferenceOfLessThanATenth() {
      assertThat(direction(timed(71_000, 1200), "export")).isEqualTo(Direction.SAME);
      assertThat(direction(timed(72_500, 1200), "export")).isEqualTo(Direction.SLOWER);
      assertThat(direction(timed(58_000, 1200), "export")).isEqualTo(Direction.FASTER);
    }

    @Test
    void isADifferenceOfLessThanASecond() {
      assertThat(direction(timed(65_310, 2190), "restore")).isEqualTo(Direction.SAME);
      assertThat(direction(timed(65_310, 2210), "restore")).isEqualTo(Direction.SLOWER);
    }

    @Test
    void isNoneInMoney() {
      var dearer = Difference.between(
          Outcomes.passed(),
          Outcomes.withCostAndTime(
              Outcomes.passed(), "0.4512", Outcomes.passed().timings()));

      assertThat(direction(dearer, "cost to exit in USD")).isEqualTo(Direction.DEARER);
      assertThat(direction(dearer, "cost to exit in EUR")).isEqualTo(Direction.SAME);
    }
  }

  @Nested
  class OfWhatIsNotAlike {

    @Test
    void refusesTwoScenarios() {
      var other =
          Outcomes.named(Outcomes.passed(), "Orders leave", Outcomes.passed().ends());
      var difference = Difference.between(Outcomes.passed(), other);

      assertThat(difference.steps()).isEmpty();
      assertThat(difference.text()).contains("not compared").contains("Orders leave");
    }

    @Test
    void refusesAnEmulatedAndALiveEnd() {
      var live = Outcomes.named(
          Outcomes.passed(),
          "Photos leave S3",
          List.of(Outcomes.source(true), Outcomes.destination(false)));
      var difference = Difference.between(Outcomes.passed(), live);

      assertThat(difference.steps()).isEmpty();
      assertThat(difference.incomparable().orElseThrow())
          .contains("source emulated, destination emulated")
          .contains("source live, destination emulated");
    }

    @Test
    void setsNothingAgainstADrillThatDidNotEnd() {
      var ended = Outcomes.named(
          Outcomes.passed(), "Photos leave S3", Outcomes.inconclusive().ends());
      var difference = Difference.between(ended, Outcomes.inconclusive());

      assertThat(direction(difference, "verdict")).isEqualTo(Direction.WORSE);
      assertThat(difference.steps()).noneMatch(step -> step.what().startsWith("time to"));
      assertThat(difference.steps()).noneMatch(step -> step.what().equals("content"));
      assertThat(difference.text()).contains("compared nothing").contains("did not end its exit");
    }
  }
}
