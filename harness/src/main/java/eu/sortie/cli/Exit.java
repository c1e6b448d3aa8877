package eu.sortie.cli;

import eu.sortie.drill.Verdict;

/** The exit codes of {@code sortie}: inconclusive is never 0. */
final class Exit {

  static final int PASSED = 0;
  static final int BREACHED = 1;
  static final int NOTHING_RAN = 2;
  static final int BAD_INPUT = 3;
  static final int INCONCLUSIVE = 4;

  private Exit() {}

  static int of(Verdict verdict) {
    if (verdict instanceof Verdict.Passed) {
      return PASSED;
    }
    return verdict instanceof Verdict.Failed ? BREACHED : INCONCLUSIVE;
  }

  /** Of several drills the worst counts: breached over inconclusive over one that could not begin over passed. */
  static int worse(int one, int other) {
    if (one == BREACHED || other == BREACHED) {
      return BREACHED;
    }
    return Math.max(one, other);
  }
}
