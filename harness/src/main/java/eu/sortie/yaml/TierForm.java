package eu.sortie.yaml;

import eu.sortie.measure.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** One tier as a file says it: half open, and it begins where the one before ends. */
final class TierForm {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String PRICE = "price";

  private TierForm() {}

  static Tier read(Part item, List<Tier> before, boolean isLast) {
    var fields = item.fields().only(FROM, TO, PRICE);
    var from = fields.required(FROM, "expected where the tier begins, as in \"0\"");
    requireStart(from, before);
    if (fields.find(TO).isPresent() == isLast) {
      throw item.wrong(
          isLast
              ? "the last tier ends, expected none of 'to': what is beyond it would be free"
              : "the key 'to' is missing, expected where the tier ends: there is another one behind it");
    }
    var price = fields.required(PRICE, "expected the price of one unit, as in \"0.09\"");
    var to = fields.find(TO).map(Part::decimal).orElse(null);
    if (to != null && to.compareTo(from.decimal()) <= 0) {
      throw item.wrong("the tier ends at %s, expected more than where it begins".formatted(to));
    }
    return new Tier(from.decimal(), to, price.decimal());
  }

  private static void requireStart(Part from, List<Tier> before) {
    var start = before.isEmpty()
        ? BigDecimal.ZERO
        : Objects.requireNonNull(before.get(before.size() - 1).to());
    if (from.decimal().compareTo(start) != 0) {
      throw from.wrong("the tier begins at %s, expected %s: no gap and no overlap"
          .formatted(from.decimal().toPlainString(), start.toPlainString()));
    }
  }
}
