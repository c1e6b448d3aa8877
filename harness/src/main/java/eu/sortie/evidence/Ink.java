package eu.sortie.evidence;

import eu.sortie.drill.Verdict;

/** Colour for a terminal, where it is wanted; it repeats what the words say and says nothing itself. */
record Ink(boolean colour) {

  private static final String ESCAPE = "\u001B[";

  String verdict(Verdict verdict, String text) {
    if (verdict instanceof Verdict.Passed) {
      return paint("1;32", text);
    }
    return paint(verdict instanceof Verdict.Failed ? "1;31" : "1;33", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  private String paint(String code, String text) {
    return colour ? ESCAPE + code + 'm' + text + ESCAPE + "0m" : text;
  }
}
