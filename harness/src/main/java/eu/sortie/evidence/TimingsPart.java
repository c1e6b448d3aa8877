package eu.sortie.evidence;

import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.time.Duration;
import java.util.Map;

/**
 * Timings in the shape of the published schema.
 *
 * @param toExit spares outsiders the sum; not read back
 * @param toVerify spares outsiders the sum; not read back
 * @param stages the stages that ran
 */
record TimingsPart(Duration toExit, Duration toVerify, Map<Stage, Duration> stages) {

  static TimingsPart of(Timings timings) {
    return new TimingsPart(timings.toExit(), timings.toVerify(), timings.stages());
  }

  Timings toTimings() {
    return new Timings(stages);
  }
}
