package eu.sortie.spi;

import eu.sortie.inventory.Concession;
import java.util.List;

/**
 * What a destination gives for an item it took.
 *
 * @param concessions what had to be left out for the item to be taken at all
 * @param writtenAs the destination's own name for the version it made; empty where it keeps one version of a key
 * @param translations what was changed on purpose
 */
public record Receipt(
    List<Concession> concessions, String writtenAs, List<Translation> translations) {

  public Receipt {
    concessions = List.copyOf(concessions);
    translations = List.copyOf(translations);
  }

  /** A receipt for an item that was written as it was. */
  public Receipt(List<Concession> concessions, String writtenAs) {
    this(concessions, writtenAs, List.of());
  }

  /** A receipt for an item of which some was changed on purpose. */
  public static Receipt translated(List<Translation> translations) {
    return new Receipt(List.of(), "", translations);
  }

  /** A receipt for an item that has one version. */
  public static Receipt with(List<Concession> concessions) {
    return new Receipt(concessions, "");
  }
}
