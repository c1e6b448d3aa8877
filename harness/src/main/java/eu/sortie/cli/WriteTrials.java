package eu.sortie.cli;

import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Trial;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** At which ends the doctor may write: those a user named, and says so before it does. */
final class WriteTrials {

  private static final int ID_BYTES = 4;

  private final Console console;
  private final List<String> ends;

  WriteTrials(Console console, List<String> ends) {
    this.console = console;
    this.ends = List.copyOf(ends);
  }

  /**
   * Makes sure that each is an end of the environment, before anybody is asked anything.
   *
   * @throws Misuse naming the ends there are
   */
  void check(Environment where) {
    for (var end : ends) {
      if (!where.ends().containsKey(end)) {
        throw new Misuse(
            "--try-writes %s: environment '%s' has no such end; it has %s. Name the destination, never the source"
                .formatted(end, where.name(), String.join(", ", where.ends().keySet())));
      }
    }
  }

  boolean areAsked() {
    return !ends.isEmpty();
  }

  Optional<Trial> at(String end) {
    if (!ends.contains(end)) {
      return Optional.empty();
    }
    console.say(
        "    writes   tried    a few small objects go into buckets of their own, are read back, and all is removed");
    return Optional.of(new Trial(
        id(),
        created -> console.say("    creates  %s; should this be cut short: %s"
            .formatted(created.what(), created.wayOut()))));
  }

  private static String id() {
    var bytes = new byte[ID_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
