package eu.sortie.drill;

import java.util.List;
import java.util.Locale;

/** The judgement over a drill; taking two together keeps the worse: failed over inconclusive over passed. */
public sealed interface Verdict {

  /** Every gate was looked at and cleared. */
  record Passed() implements Verdict {}

  /** The drill worked, the exit did not. */
  record Failed(List<Breach> breaches) implements Verdict {
    public Failed {
      breaches = List.copyOf(breaches);
    }
  }

  /** We do not know, and why; never counted as passed. */
  record Inconclusive(String reason) implements Verdict {}

  /** In one word: passed, failed or inconclusive. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
