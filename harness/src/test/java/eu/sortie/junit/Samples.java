package eu.sortie.junit;

import static eu.sortie.scenario.Gate.costToExit;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;

import eu.sortie.drill.Drill;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** Classes of drills as users write them, for the tests of the extension to run. */
final class Samples {

  private Samples() {}

  private static Scenario of(String bucket) {
    return scenario("Items of " + bucket + " leave")
        .from("aws")
        .to("europe")
        .export(objects(bucket))
        .expect(everyItem().keeps(CONTENT));
  }

  static class Passed {
    @ExitDrill
    void itemsLeave(Drill drill) {
      drill.run(of("tiny").expect(timeToExit().atMost(Duration.ofMinutes(10)))).mustPass();
    }
  }

  static class Breached {
    @ExitDrill
    void itemsLeaveAtOnce(Drill drill) {
      drill.run(of("tiny").expect(timeToExit().atMost(Duration.ofMillis(1)))).mustPass();
    }
  }

  static class BreachedWithoutInsisting {
    @ExitDrill
    void itemsLeaveAtOnce(Drill drill) {
      drill.run(of("tiny").expect(timeToExit().atMost(Duration.ofMillis(1))));
    }
  }

  static class Inconclusive {
    @ExitDrill
    void nothingLeaves(Drill drill) {
      drill.run(of("empty")).mustPass();
    }
  }

  static class Unpriced {
    @ExitDrill
    void nobodyKnowsTheCost(Drill drill) {
      drill.run(of("tiny").expect(costToExit().atMost(Money.euros("5.00"))));
    }
  }

  static class Stopped {
    @ExitDrill
    void isStopped(Drill drill) {
      drill.stop("somebody wanted it");
      drill.run(of("tiny"));
    }
  }

  static class Forgotten {
    @ExitDrill
    void runsNothing(Drill drill) {}
  }

  static class Impossible {
    @ExitDrill
    void leavesABucketThatIsNot(Drill drill) {
      drill.run(of("nobody")).mustPass();
    }
  }

  static class WithAFolder {
    @ExitDrill
    void hasAParameterOfItsOwn(Drill drill, @TempDir Path folder) {
      drill.run(of("tiny")).mustPass();
    }
  }
}
