package eu.sortie.measure;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each stage took, by a clock that only goes forward.
 *
 * @param stages the stages that ran, each with its time
 * @param efforts where it went, for the stages that were watched
 */
public record Timings(Map<Stage, Duration> stages, Map<Stage, Effort> efforts) {

  /** Nothing ran. */
  public static final Timings NONE = new Timings(Map.of());

  public Timings {
    var copy = new EnumMap<Stage, Duration>(Stage.class);
    copy.putAll(stages);
    stages = Collections.unmodifiableMap(copy);
    var watched = new EnumMap<Stage, Effort>(Stage.class);
    watched.putAll(efforts);
    efforts = Collections.unmodifiableMap(watched);
  }

  /** Timings of which nobody watched where they went. */
  public Timings(Map<Stage, Duration> stages) {
    this(stages, Map.of());
  }

  /** The same timings, with where they went. */
  public Timings withEfforts(Map<Stage, Effort> watched) {
    return new Timings(stages, watched);
  }

  /** How long one stage took; zero where it did not run. */
  public Duration of(Stage stage) {
    return stages.getOrDefault(stage, Duration.ZERO);
  }

  /** EXPORT and RESTORE together: how long an exit takes, surveys left out. */
  public Duration toExit() {
    return of(Stage.EXPORT).plus(of(Stage.RESTORE));
  }

  /** RESTORE and SERVE together: how long nobody was served, from the cut on; zero where no gate asked for service. */
  public Duration toService() {
    return stages.containsKey(Stage.SERVE)
        ? of(Stage.RESTORE).plus(of(Stage.SERVE))
        : Duration.ZERO;
  }

  /** SURVEY, RESURVEY and COMPARE together: how long it takes to know. */
  public Duration toVerify() {
    return of(Stage.SURVEY).plus(of(Stage.RESURVEY)).plus(of(Stage.COMPARE));
  }

  /** The same timings with one more stage. */
  public Timings with(Stage stage, Duration took) {
    var more = new EnumMap<Stage, Duration>(Stage.class);
    more.putAll(stages);
    more.put(stage, took);
    return new Timings(more, efforts);
  }

  /** The same timings with more time in a stage. */
  public Timings plus(Stage stage, Duration more) {
    return with(stage, of(stage).plus(more));
  }
}
