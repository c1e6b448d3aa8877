package eu.sortie.scenario;

import eu.sortie.inventory.Tally;
import java.util.Optional;

/**
 * One subject of a destination: what is declared of it, and what a survey saw.
 *
 * @param subject the trait
 * @param declared what the destination said before
 * @param observed what was seen
 * @param differing on how many items that arrived it was lost, altered or added
 * @param tally how many items fared how; those that went missing are among the lost
 * @param words what the end said, or how one of them looks now; may be empty
 */
public record Observation(
    Subject subject,
    Status declared,
    Observed observed,
    long differing,
    Tally tally,
    String words) {

  /** In what the two differ; empty where they do not, or one of them says nothing. */
  public Optional<String> difference() {
    // Who keeps a few may still be limited to them.
    var differs = observed == Observed.KEPT ? declared == Status.UNSUPPORTED : isBroken();
    return differs
        ? Optional.of("%s: declared %s, observed %s".formatted(subject, declared, observed))
        : Optional.empty();
  }

  /** Whether something is lost that the destination declares it keeps. */
  public boolean isBroken() {
    return declared == Status.SUPPORTED && observed.isLoss();
  }

  /** What may be said of the subject from now on, as far as the survey says more than was declared. */
  Optional<Statement> learnt(String survey) {
    return switch (observed) {
      case KEPT ->
        // Who keeps any does not keep none; a limit may lie beyond what was tried.
        declared == Status.LIMITED
            ? Optional.empty()
            : Optional.of(new Statement(Status.SUPPORTED, "observed", survey, true));
      case LOST, REFUSED ->
        Optional.of(new Statement(Status.UNSUPPORTED, "observed: " + seen(), survey, true));
      case ALTERED ->
        Optional.of(new Statement(Status.LIMITED, "observed: " + seen(), survey, true));
      // What is lost on some keys foretells nothing of the others.
      case PARTLY, UNKNOWN, NOT_TRIED -> Optional.empty();
    };
  }

  private String seen() {
    return words.isEmpty() ? observed.toString() : observed + ", " + words;
  }
}
