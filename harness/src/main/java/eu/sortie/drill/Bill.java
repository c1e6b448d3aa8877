package eu.sortie.drill;

import eu.sortie.measure.Cost;
import java.util.List;

/**
 * What the drill used, at list price: the drill's own bill. A real exit's cost and what the law lets a provider charge are other
 * numbers and are never mixed in.
 *
 * @param toExit EXPORT and RESTORE at both ends
 * @param whole every stage, proving included
 * @param basis the price lists with their dates, and what is assumed; empty where no end has one
 */
public record Bill(Cost toExit, Cost whole, List<String> basis) {

  static final String NO_PRICE_LIST = "has no price list";

  /** Whether one of the ends has no price list, so that what it would have charged is in no sum. */
  public boolean lacksAnEnd() {
    return basis.stream().anyMatch(sentence -> sentence.contains(NO_PRICE_LIST));
  }

  public Bill {
    basis = List.copyOf(basis);
  }
}
