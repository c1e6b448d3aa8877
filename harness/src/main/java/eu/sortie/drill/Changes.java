package eu.sortie.drill;

import java.util.List;

/**
 * What happened at the source while its items left: two looks, one before the first item left and one after the last.
 *
 * @param written items that were not there before
 * @param overwritten items that are there and show other traits
 * @param deleted items that are gone
 * @param samples the first few, each in one line; all of them are in changes.csv
 */
public record Changes(long written, long overwritten, long deleted, List<String> samples) {

  /** Nothing happened. */
  public static final Changes NONE = new Changes(0, 0, 0, List.of());

  public Changes {
    samples = List.copyOf(samples);
  }

  /** How many items it happened to. */
  public long all() {
    return written + overwritten + deleted;
  }
}
