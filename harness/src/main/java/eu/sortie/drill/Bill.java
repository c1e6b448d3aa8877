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
 * @param unpriced the ends that have no price list: what they would charge is in no sum
 */
public record Bill(Cost toExit, Cost whole, List<String> basis, List<String> unpriced) {

  public Bill {
    basis = List.copyOf(basis);
    unpriced = List.copyOf(unpriced);
  }

  /** Whether there are sums, and what one of the ends would have charged is in none of them. */
  public boolean lacksAnEnd() {
    return !basis.isEmpty() && !unpriced.isEmpty();
  }
}
