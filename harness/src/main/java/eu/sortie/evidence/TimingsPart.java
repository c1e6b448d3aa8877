package eu.sortie.evidence;

import eu.sortie.measure.Bottleneck;
import eu.sortie.measure.Effort;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Timings in the shape of the published schema.
 *
 * @param toExit spares outsiders the sum; not read back
 * @param toService spares outsiders the sum; not read back
 * @param toVerify spares outsiders the sum; not read back
 * @param stages the stages that ran
 * @param efforts where it went, for the stages that were watched
 */
record TimingsPart(
    Duration toExit,
    Duration toService,
    Duration toVerify,
    Map<Stage, Duration> stages,
    Map<Stage, EffortPart> efforts) {

  /**
   * An effort in the shape of the published schema.
   *
   * @param bottleneck spares outsiders the rule; not read back
   */
  record EffortPart(
      Duration watched,
      Duration waitedForSource,
      Duration waitedForDestination,
      Duration processor,
      int busyPercent,
      Bottleneck bottleneck) {

    static EffortPart of(Effort effort) {
      return new EffortPart(
          effort.watched(),
          effort.source(),
          effort.destination(),
          effort.processor(),
          effort.busyPercent(),
          effort.bottleneck());
    }

    Effort toEffort() {
      return new Effort(watched, waitedForSource, waitedForDestination, processor, busyPercent);
    }
  }

  static TimingsPart of(Timings timings) {
    return new TimingsPart(
        timings.toExit(),
        timings.toService(),
        timings.toVerify(),
        timings.stages(),
        efforts(timings));
  }

  Timings toTimings() {
    var read = new EnumMap<Stage, Effort>(Stage.class);
    efforts.forEach((stage, effort) -> read.put(stage, effort.toEffort()));
    return new Timings(stages, read);
  }

  private static Map<Stage, EffortPart> efforts(Timings timings) {
    var written = new EnumMap<Stage, EffortPart>(Stage.class);
    timings.efforts().forEach((stage, effort) -> written.put(stage, EffortPart.of(effort)));
    return written;
  }
}
