package eu.sortie.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a command said and how it ended.
 *
 * @param exit the code
 * @param out results
 * @param err everything about them
 */
record Said(int exit, String out, String err) {

  /** Runs a command in this JVM, into files, with no variable set. */
  static Said by(Object... arguments) {
    return run(Map.of(), false, arguments);
  }

  /** Runs a command with some variables set. */
  static Said with(Map<String, String> variables, Object... arguments) {
    return run(variables, false, arguments);
  }

  /** Runs a command at a terminal with some variables set. */
  static Said atTerminal(Map<String, String> variables, Object... arguments) {
    return run(variables, true, arguments);
  }

  private static Said run(Map<String, String> variables, boolean terminal, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        terminal,
        terminal,
        new HashMap<>(variables)::get);
    var words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    int exit = Sortie.commandLine(console).execute(words);
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The one message of a command that refused its input. */
  String complaint() {
    return err.lines()
        .filter(line -> line.startsWith("sortie: "))
        .reduce("", (one, other) -> one.isEmpty() ? other : one + "\n" + other);
  }
}
