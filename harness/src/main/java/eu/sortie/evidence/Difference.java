package eu.sortie.evidence;

import eu.sortie.drill.EndFacts;
import eu.sortie.drill.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What changed from one drill of a scenario to the next: better, worse, slower, dearer.
 *
 * <p>Only like is compared with like. Two scenarios, or an emulated and a live end, give no steps but the reason why not.
 *
 * @param title which drills
 * @param incomparable why they cannot be compared; empty where they can
 * @param notes what a reader should know before reading the steps
 * @param steps everything that was compared, what got worse first
 */
public record Difference(
    String title, Optional<String> incomparable, List<String> notes, List<Step> steps) {

  public Difference {
    notes = List.copyOf(notes);
    steps = List.copyOf(steps);
  }

  /**
   * One thing that was compared.
   *
   * @param direction which way it went
   * @param what was compared
   * @param was in the older drill
   * @param is in the newer drill
   */
  public record Step(Direction direction, String what, String was, String is) {}

  /** Which way a thing went, in the order in which a reader wants to know. */
  public enum Direction {
    /** Less arrives, or less is known. */
    WORSE,
    SLOWER,
    DEARER,
    /** More arrives, or more is known. */
    BETTER,
    FASTER,
    CHEAPER,
    /** As before, or as near to it as two runs of the same thing ever are. */
    SAME;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Compares two drills. */
  public static Difference between(Outcome older, Outcome newer) {
    var title = "%s, %s: then %s, now %s"
        .formatted(newer.scenario(), Words.ends(newer), older.started(), newer.started());
    var incomparable = incomparable(older, newer);
    if (incomparable.isPresent()) {
      return new Difference(title, incomparable, List.of(), List.of());
    }
    var steps = new ArrayList<Step>();
    FidelitySteps.add(older, newer, steps);
    MeasureSteps.add(older, newer, steps);
    steps.sort((left, right) -> left.direction().compareTo(right.direction()));
    return new Difference(title, Optional.empty(), notes(older, newer), steps);
  }

  /** Whether anything got worse, slower or dearer. */
  public boolean isSetback() {
    return steps.stream().anyMatch(step -> step.direction().compareTo(Direction.DEARER) <= 0);
  }

  /** Renders it as plain text. */
  public String text() {
    var text = new StringBuilder(Visible.text(title)).append('\n');
    incomparable.ifPresent(why -> text.append("\n  not compared: ").append(why).append('\n'));
    notes.forEach(note -> text.append("  note: ").append(Visible.text(note)).append('\n'));
    for (var direction : Direction.values()) {
      lines(direction, text);
    }
    return text.toString();
  }

  private void lines(Direction direction, StringBuilder text) {
    var which = steps.stream().filter(step -> step.direction() == direction).toList();
    if (which.isEmpty()) {
      return;
    }
    text.append('\n');
    if (direction == Direction.SAME) {
      var what = which.stream().map(Step::what).collect(Collectors.joining(", "));
      text.append("  same     ").append(Visible.text(what)).append('\n');
      return;
    }
    which.forEach(step -> text.append("  %-8s %s: was %s, is %s\n"
        .formatted(
            direction.word(),
            Visible.text(step.what()),
            Visible.text(step.was()),
            Visible.text(step.is()))));
  }

  private static Optional<String> incomparable(Outcome older, Outcome newer) {
    if (!older.scenario().equals(newer.scenario())) {
      return Optional.of("one ran '%s', the other '%s'; compare two drills of one scenario"
          .formatted(Visible.text(older.scenario()), Visible.text(newer.scenario())));
    }
    if (!lives(older).equals(lives(newer))) {
      return Optional.of(
          "one ran with %s, the other with %s; a drill on an emulated end proves the tooling only"
              .formatted(Words.ends(older), Words.ends(newer)));
    }
    return Optional.empty();
  }

  private static List<Boolean> lives(Outcome outcome) {
    return outcome.ends().stream().map(EndFacts::live).toList();
  }

  private static List<String> notes(Outcome older, Outcome newer) {
    var notes = new ArrayList<String>();
    if (older.started().isAfter(newer.started())) {
      notes.add("the drill named first is the later one");
    }
    if (!Words.compared(older) || !Words.compared(newer)) {
      notes.add("one of the two compared nothing, so what arrives is not set against each other");
    } else if (older.fidelity().items() != newer.fidelity().items()) {
      notes.add("the source had %s then and %s now, so times and costs are of different amounts"
          .formatted(
              Numbers.counted(older.fidelity().items(), "item"),
              Numbers.grouped(newer.fidelity().items())));
    }
    if (!Words.exited(older) || !Words.exited(newer)) {
      notes.add(
          "one of the two did not end its exit, so time and cost are not set against each other");
    }
    if (!older.environment().equals(newer.environment())) {
      notes.add("the environment was '%s' and is '%s'"
          .formatted(older.environment(), newer.environment()));
    }
    if (!older.bill().basis().equals(newer.bill().basis())) {
      notes.add("the price lists or what is assumed with them changed");
    }
    if (!older.versions().equals(newer.versions())) {
      notes.add("versions of what took part changed");
    }
    return notes;
  }
}
