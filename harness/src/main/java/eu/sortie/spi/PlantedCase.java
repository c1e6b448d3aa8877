package eu.sortie.spi;

import java.util.List;

/**
 * One known-hard thing planted at a source.
 *
 * @param id its number in the failure catalogue, as in {@code K05}; several cases may share one
 * @param what it is, in one sentence
 * @param keys the items that carry it
 * @param notPlanted the source's own words where it would not hold it; empty where it does
 */
public record PlantedCase(String id, String what, List<String> keys, String notPlanted) {

  public PlantedCase {
    keys = List.copyOf(keys);
  }
}
