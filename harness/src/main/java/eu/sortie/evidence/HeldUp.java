package eu.sortie.evidence;

import eu.sortie.measure.Durations;
import eu.sortie.measure.Effort;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What held up the stages that move bytes, in words. */
final class HeldUp {

  private static final List<Stage> MOVING = List.of(Stage.EXPORT, Stage.RESURVEY);

  private HeldUp() {}

  /** On one line; empty where nothing was watched. */
  static String inWords(Timings timings) {
    return watched(timings)
        .map(stage -> name(stage) + " by " + brief(effort(timings, stage)))
        .collect(Collectors.joining(", "));
  }

  /** A sentence a stage, with what was measured. */
  static List<String> sentences(Timings timings) {
    return watched(timings)
        .map(stage -> sentence(name(stage), effort(timings, stage)))
        .toList();
  }

  private static Stream<Stage> watched(Timings timings) {
    return MOVING.stream().filter(timings.efforts()::containsKey);
  }

  private static Effort effort(Timings timings, Stage stage) {
    return Objects.requireNonNull(timings.efforts().get(stage));
  }

  private static String brief(Effort effort) {
    return switch (effort.bottleneck()) {
      case SOURCE -> "the source or the way to it";
      case DESTINATION -> "the destination or the way to it";
      case PROCESSORS -> "this machine's processors (%d %% busy)".formatted(effort.busyPercent());
      case NOT_KNOWN -> "what is not known";
    };
  }

  private static String sentence(String stage, Effort effort) {
    return "What held up %s: %s. In %s its threads waited %s for the source and %s for the destination, all together; Sortie used %s of processor time; the processors of this machine were %s."
        .formatted(
            stage,
            brief(effort),
            Durations.brief(effort.watched()),
            Durations.brief(effort.source()),
            Durations.brief(effort.destination()),
            Durations.brief(effort.processor()),
            effort.busyPercent() < 0
                ? "busy to a degree that is not known"
                : "%d %% busy, with all that ran there".formatted(effort.busyPercent()));
  }

  private static String name(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
