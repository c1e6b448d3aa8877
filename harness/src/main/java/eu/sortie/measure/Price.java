package eu.sortie.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a price list.
 *
 * @param id names it, as in {@code egress}
 * @param counts what is counted
 * @param operations the operations it covers, or the storage classes where it is about what is archived; empty means all of them
 * @param tiers the prices of one unit, from the first unit of a month on
 * @param verified whether somebody has checked it against the vendor's own list; false is shown wherever the price is used
 * @param source where it was found, with date
 * @param retrieval how what is archived is restored at this price; of archived bytes only, null for all others
 */
public record Price(
    String id,
    Counts counts,
    Set<String> operations,
    List<Tier> tiers,
    boolean verified,
    String source,
    @Nullable Retrieval retrieval) {

  public Price {
    operations = Set.copyOf(operations);
    if ((retrieval != null) != (counts == Counts.GIB_RESTORED)) {
      throw new IllegalArgumentException(
          "price %s: how one restores goes with archived bytes, and with nothing else"
              .formatted(id));
    }
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("price %s: the first tier begins at 0".formatted(id));
    }
    for (int i = 1; i < tiers.size(); i++) {
      var end = tiers.get(i - 1).to();
      if (end == null || tiers.get(i).from().compareTo(end) != 0) {
        throw new IllegalArgumentException(
            "price %s: tier %d begins at %s, the one before ends at %s"
                .formatted(id, i + 1, tiers.get(i).from(), end));
      }
    }
  }

  /** A price of what crosses the line, or of restoring by the request. */
  public Price(
      String id,
      Counts counts,
      Set<String> operations,
      List<Tier> tiers,
      boolean verified,
      String source) {
    this(id, counts, operations, tiers, verified, source, null);
  }

  /** What a price counts. */
  public enum Counts {
    /** Bytes that leave the end, in GiB of 2<sup>30</sup> bytes. */
    GIB_OUT("GiB"),
    /** Bytes that enter the end, in GiB of 2<sup>30</sup> bytes. */
    GIB_IN("GiB"),
    /** Requests, by the thousand. */
    THOUSAND_REQUESTS("1 000 requests"),
    /** Archived bytes that are restored to be read, in GiB of 2<sup>30</sup> bytes. */
    GIB_RESTORED("GiB"),
    /** Archived objects that are restored to be read, by the thousand. */
    THOUSAND_RESTORED("1 000 objects");

    private final String unit;

    Counts(String unit) {
      this.unit = unit;
    }

    /** Whether it is about what is archived, and goes by storage class. */
    public boolean isOfArchives() {
      return this == GIB_RESTORED || this == THOUSAND_RESTORED;
    }

    /** The unit a price is for. */
    public String unit() {
      return unit;
    }
  }

  /** What a quantity costs, in the tariff's currency; exact. */
  public BigDecimal of(BigDecimal quantity) {
    return tiers.stream()
        .map(tier -> tier.share(quantity).multiply(tier.price()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean covers(String operation) {
    return operations.isEmpty() || operations.contains(operation);
  }
}
