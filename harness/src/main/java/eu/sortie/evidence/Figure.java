package eu.sortie.evidence;

import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.measure.Durations;
import java.util.List;

/** A number that somebody in a hurry looks for; one that is not known says so. */
record Figure(String label, String value, String note) {

  private static final String NOT_KNOWN = "not known";

  static List<Figure> of(Outcome outcome) {
    return List.of(arrived(outcome), surprises(outcome), time(outcome), cost(outcome));
  }

  private static Figure arrived(Outcome outcome) {
    var fidelity = outcome.fidelity();
    return Words.compared(outcome)
        ? new Figure(
            "Items arrived",
            Numbers.grouped(fidelity.arrived()),
            "of " + Numbers.grouped(fidelity.items()) + " at the source")
        : new Figure("Items arrived", NOT_KNOWN, "nothing was compared");
  }

  private static Figure surprises(Outcome outcome) {
    long surprises = outcome.losses().stream()
        .filter(group -> !group.foretold())
        .mapToLong(LossGroup::losses)
        .sum();
    return Words.compared(outcome)
        ? new Figure(
            "Losses by surprise", Numbers.grouped(surprises), "not foretold by the destination")
        : new Figure("Losses by surprise", NOT_KNOWN, "nothing was compared");
  }

  private static Figure time(Outcome outcome) {
    var timings = outcome.timings();
    return Words.exited(outcome)
        ? new Figure(
            "Time to exit",
            Durations.brief(timings.toExit()),
            "export and restore; verifying took " + Durations.brief(timings.toVerify()))
        : new Figure("Time to exit", NOT_KNOWN, "the exit did not end");
  }

  private static Figure cost(Outcome outcome) {
    if (!Words.priced(outcome)) {
      return new Figure("Cost to exit", NOT_KNOWN, "no price list was given");
    }
    return Words.exited(outcome)
        ? new Figure(
            "Cost to exit",
            Words.totals(outcome.bill().toExit()),
            "this drill's own bill, at list price" + Words.lacking(outcome.bill()))
        : new Figure("Cost to exit", NOT_KNOWN, "the exit did not end");
  }
}
