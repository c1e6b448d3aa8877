package eu.sortie.spi;

import java.util.List;

/**
 * How the clients of an end speak to it, for the journal.
 *
 * @param settings how they were set when the end was opened, a few words each; never a secret
 * @param found what was found out on the way, and is done since, one sentence each
 */
public record Manners(List<String> settings, List<String> found) {

  /** Of an end whose clients have nothing to set. */
  public static final Manners NONE = new Manners(List.of(), List.of());

  public Manners {
    settings = List.copyOf(settings);
    found = List.copyOf(found);
  }
}
