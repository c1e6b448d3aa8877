package eu.sortie.yaml;

/**
 * A file that is refused.
 *
 * @param fact why, in words
 * @param yaml what it says
 * @param line where it is wrong
 * @param says what the message has in it
 * @param bySchemaToo whether a JSON Schema can know
 */
record Sample(String fact, String yaml, int line, String says, boolean bySchemaToo) {

  static Sample refused(String fact, String yaml, int line, String says) {
    return new Sample(fact, yaml, line, says, true);
  }

  /** Refused by the reader alone, since no schema can know. */
  static Sample refusedByReader(String fact, String yaml, int line, String says) {
    return new Sample(fact, yaml, line, says, false);
  }

  @Override
  public String toString() {
    return fact;
  }
}
