package eu.sortie.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a quantity with its own price: half open, {@code [from, to)}.
 *
 * @param from where it begins, in the price's unit
 * @param to where it ends; null where it does not
 * @param price for one unit
 */
public record Tier(BigDecimal from, @Nullable BigDecimal to, BigDecimal price) {

  public Tier {
    if (to != null && to.compareTo(from) <= 0) {
      throw new IllegalArgumentException("a tier from %s to %s holds nothing".formatted(from, to));
    }
  }

  /** What of a quantity falls into this tier. */
  BigDecimal share(BigDecimal quantity) {
    var end = to == null ? quantity : quantity.min(to);
    return end.subtract(from).max(BigDecimal.ZERO);
  }
}
