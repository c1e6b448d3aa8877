package eu.sortie.drill;

import eu.sortie.ledger.Changed;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Throughput;
import eu.sortie.measure.Timings;
import eu.sortie.measure.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * How far a drill is and what it knows besides its ledger, noted every second and whenever a stage ends, so that another process can
 * go on with it.
 *
 * @param begun what does not change while a process runs it
 * @param noted when this was noted, by the wall clock
 * @param elapsed how long the drill had run by then, without the time it stood still
 * @param during the stage it was in
 * @param ended the stages whose work need not be done again
 * @param destinationListed whether the destination was listed to the end
 * @param hidden how many items the destination held and did not list
 * @param timings time per stage, the one that has not ended included
 * @param throughput bytes over time
 * @param source what crossed the source's line
 * @param destination what crossed the destination's line
 * @param violations what the source's line refused
 * @param notCovered what the drill says nothing about
 * @param exportChanged what changed of the items that leave as an export
 * @param memory what the destination has to know
 */
public record Checkpoint(
    Begun begun,
    Instant noted,
    Duration elapsed,
    Stage during,
    List<Stage> ended,
    boolean destinationListed,
    long hidden,
    Timings timings,
    Throughput throughput,
    Usage source,
    Usage destination,
    List<String> violations,
    List<String> notCovered,
    List<Changed> exportChanged,
    Map<String, String> memory) {

  public Checkpoint {
    ended = List.copyOf(ended);
    violations = List.copyOf(violations);
    notCovered = List.copyOf(notCovered);
    exportChanged = List.copyOf(exportChanged);
    memory = Map.copyOf(memory);
  }

  /** Of a drill whose first stage has not begun. */
  static Checkpoint of(Begun begun) {
    return new Checkpoint(
        begun,
        begun.started(),
        Duration.ZERO,
        Stage.SURVEY,
        List.of(),
        false,
        0,
        Timings.NONE,
        Throughput.NONE,
        Usage.NONE,
        Usage.NONE,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** The same place, with something else known of the drill. */
  public Checkpoint with(Begun known) {
    return new Checkpoint(
        known,
        noted,
        elapsed,
        during,
        ended,
        destinationListed,
        hidden,
        timings,
        throughput,
        source,
        destination,
        violations,
        notCovered,
        exportChanged,
        memory);
  }

  /** The first stage that has to go on. */
  Stage stage() {
    var left = EnumSet.allOf(Stage.class);
    ended.forEach(left::remove);
    return left.stream().findFirst().orElse(Stage.CLEAR);
  }
}
