package eu.sortie.cli;

import eu.sortie.spi.Estate;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario that ships, with the estate it is about.
 *
 * @param name by which users ask for it
 * @param summary what it is about, in one sentence
 * @param file the name of its file, for messages
 * @param text the scenario itself, as YAML
 * @param estate what an emulated source holds for it
 */
public record Published(String name, String summary, String file, String text, Planting estate) {

  /** Gives the estate of a drill. */
  public interface Planting {

    /**
     * Gives the estate for an emulated source.
     *
     * @param folder the user's own folder, where one was named
     * @throws eu.sortie.scenario.Misuse where it needs one and there is none, or has no use for one
     */
    Optional<Estate> estate(Optional<Path> folder);
  }
}
