package eu.sortie.drill;

import java.util.List;

/**
 * Losses that are alike, counted, with a few of them by name; all of them are in losses.csv.
 *
 * @param trait the trait, or {@code item} for whole items
 * @param change missing, unexpected, lost, altered or added
 * @param cause source, destination or tool
 * @param why what the end said of the first of them; empty where nothing is known
 * @param foretold whether the destination said so beforehand; false is a surprise
 * @param allowedBecause the because of the allowance that accepts them; empty where none does
 * @param losses how many
 * @param samples the first few, each in one line
 */
public record LossGroup(
    String trait,
    String change,
    String cause,
    String why,
    boolean foretold,
    String allowedBecause,
    long losses,
    List<String> samples) {

  public LossGroup {
    samples = List.copyOf(samples);
  }

  /** Whether an allowance accepts them. */
  public boolean allowed() {
    return !allowedBecause.isEmpty();
  }
}
