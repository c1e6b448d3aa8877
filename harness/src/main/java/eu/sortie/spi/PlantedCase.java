package eu.sortie.spi;

import java.util.List;
import java.util.Set;

/**
 * One known-hard thing planted at a source.
 *
 * @param id its number in the failure catalogue, as in {@code K05}; several cases may share one
 * @param what it is, in one sentence
 * @param keys the items that carry it; a bucket itself is carried under its name
 * @param traits the names of the traits it is about: nothing else that is lost on its items has to do with it; empty for all
 * @param notPlanted the source's own words where it would not hold it; empty where it does
 */
public record PlantedCase(
    String id, String what, List<String> keys, Set<String> traits, String notPlanted) {

  public PlantedCase {
    keys = List.copyOf(keys);
    traits = Set.copyOf(traits);
  }

  /** A case that is about all there is to its items. */
  public PlantedCase(String id, String what, List<String> keys, String notPlanted) {
    this(id, what, keys, Set.of(), notPlanted);
  }

  /** Whether it is about a trait. */
  public boolean isAbout(String trait) {
    return traits.isEmpty() || traits.contains(trait);
  }
}
