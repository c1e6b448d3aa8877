package eu.sortie.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where words go: results to the one stream, everything about them to the other. */
final class Console {

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  /** Says a result. */
  void say(String text) {
    out.println(text);
  }

  /** Says something about the work. */
  void note(String text) {
    err.println(text);
  }

  /** Says what is wrong. */
  void complain(String text) {
    err.println("sortie: " + text);
  }

  PrintStream err() {
    return err;
  }

  /** Whether results are read by a person at a terminal who wants colour. */
  boolean coloursResults() {
    return isTerminal("sortie.terminal.out") && System.getenv("NO_COLOR") == null;
  }

  /** Whether somebody watches the progress. */
  boolean isWatched() {
    return isTerminal("sortie.terminal.err");
  }

  /** The launcher knows for each stream; whoever starts us another way is taken to read a file. */
  private static boolean isTerminal(String property) {
    return Boolean.getBoolean(property);
  }
}
