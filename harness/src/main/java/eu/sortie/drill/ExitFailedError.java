package eu.sortie.drill;

import java.io.Serial;
import java.util.stream.Collectors;

/** A drill that had to pass did not; the message says why. */
public final class ExitFailedError extends AssertionError {

  @Serial
  private static final long serialVersionUID = 1L;

  ExitFailedError(Outcome outcome) {
    super(words(outcome));
  }

  private static String words(Outcome outcome) {
    if (outcome.verdict() instanceof Verdict.Failed failed) {
      return failed.breaches().stream()
          .map(breach -> breach.gate() + ": " + breach.seen())
          .collect(Collectors.joining("; ", outcome.scenario() + " failed: ", ""));
    }
    return outcome.verdict() instanceof Verdict.Inconclusive inconclusive
        ? outcome.scenario() + " is inconclusive: " + inconclusive.reason()
        : outcome.scenario() + " passed";
  }
}
