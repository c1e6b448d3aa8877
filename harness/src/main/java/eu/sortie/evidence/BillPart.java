package eu.sortie.evidence;

import eu.sortie.drill.Bill;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Money;
import java.util.List;

/** A bill in the shape of the published schema. */
record BillPart(CostPart toExit, CostPart whole, List<String> basis, List<String> unpriced) {

  static BillPart of(Bill bill) {
    return new BillPart(
        CostPart.of(bill.toExit()), CostPart.of(bill.whole()), bill.basis(), bill.unpriced());
  }

  Bill toBill() {
    return new Bill(toExit.toCost(), whole.toCost(), basis, unpriced);
  }

  /**
   * Money for usage.
   *
   * @param totals spares outsiders the sums, one for each currency; not read back
   * @param lines what was charged for
   */
  record CostPart(List<Money> totals, List<Cost.Line> lines) {

    static CostPart of(Cost cost) {
      return new CostPart(cost.totals(), cost.lines());
    }

    Cost toCost() {
      return new Cost(lines);
    }
  }
}
