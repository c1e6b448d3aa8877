package eu.sortie.drill;

import java.util.List;

/**
 * References of one sort that only mean something at the source, counted, with a few of them by name; all are in references.csv.
 *
 * @param sort what sort they are, in words
 * @param references how many
 * @param samples the first few, each in one line
 */
public record ReferenceGroup(String sort, long references, List<String> samples) {

  public ReferenceGroup {
    samples = List.copyOf(samples);
  }
}
