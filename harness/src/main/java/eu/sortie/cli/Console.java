package eu.sortie.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where words go, results to the one stream and everything about them to the other, and what the world around has set.
 *
 * @param out results
 * @param err everything about them
 * @param outIsTerminal whether results go to a terminal
 * @param errIsTerminal whether the rest goes to a terminal
 * @param variables finds an environment variable
 */
record Console(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Function<String, @Nullable String> variables) {

  /** The console of this process. The launcher knows for each stream; whoever starts us another way is taken to read a file. */
  static Console ofProcess() {
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("sortie.terminal.out"),
        Boolean.getBoolean("sortie.terminal.err"),
        System::getenv);
  }

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

  /** Whether results are read by a person at a terminal who wants colour. */
  boolean coloursResults() {
    return outIsTerminal && !isSet("NO_COLOR") && !isDumb();
  }

  /** Whether somebody watches the progress, at a terminal that can write over its last line. */
  boolean isWatched() {
    return errIsTerminal && !isDumb();
  }

  /** An empty one counts as none, as NO_COLOR has it. */
  private boolean isSet(String variable) {
    var value = variables.apply(variable);
    return value != null && !value.isEmpty();
  }

  private boolean isDumb() {
    return "dumb".equals(variables.apply("TERM"));
  }
}
