package eu.sortie.spi;

import eu.sortie.inventory.Concession;
import java.util.List;

/**
 * What a destination gives for an item it took.
 *
 * @param concessions what had to be left out for the item to be taken at all
 * @param writtenAs the destination's own name for the version it made; empty where it keeps one version of a key
 */
public record Receipt(List<Concession> concessions, String writtenAs) {

  public Receipt {
    concessions = List.copyOf(concessions);
  }

  /** A receipt for an item that has one version. */
  public static Receipt with(List<Concession> concessions) {
    return new Receipt(concessions, "");
  }
}
