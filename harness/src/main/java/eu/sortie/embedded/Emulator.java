package eu.sortie.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An emulator that takes whatever port the system gives it, and says so.
 *
 * @param command that starts it
 * @param announcement what it says when it listens; the port is the first group
 */
record Emulator(List<String> command, Pattern announcement) {

  /** The port it took, once it is among its words. */
  Optional<Integer> port(String words) {
    var said = announcement.matcher(words);
    return said.find() ? Optional.of(Integer.valueOf(said.group(1))) : Optional.empty();
  }
}
