package eu.sortie.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A dated price list of one end.
 *
 * <p>Tiers are read from the first unit of a month: nothing else is taken to have left that month.
 *
 * @param name as environments name it: {@code aws-eu-west-3}
 * @param vendor whose prices these are
 * @param currency of every price in it; nothing is converted inside a price list
 * @param retrieved the day the prices were found
 * @param prices its lines
 */
public record Tariff(
    String name, String vendor, Currency currency, LocalDate retrieved, List<Price> prices) {

  private static final BigDecimal GIB = BigDecimal.valueOf(Bytes.GIB);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  public Tariff {
    prices = List.copyOf(prices);
  }

  /** What some usage costs: a line for each price that counted something. */
  public Cost of(String end, Map<String, Traffic> operations) {
    var lines = prices.stream()
        .map(price -> new Cost.Line(
            end,
            name,
            price.id(),
            quantity(price, operations),
            price.counts().unit(),
            money(price, operations),
            price.verified()))
        .filter(line -> line.quantity().signum() > 0)
        .toList();
    return new Cost(lines);
  }

  private Money money(Price price, Map<String, Traffic> operations) {
    return new Money(price.of(quantity(price, operations)), currency);
  }

  private static BigDecimal quantity(Price price, Map<String, Traffic> operations) {
    return switch (price.counts()) {
      case GIB_OUT -> sum(price, operations, Traffic::receivedBytes).divide(GIB);
      case GIB_IN -> sum(price, operations, Traffic::sentBytes).divide(GIB);
      case THOUSAND_REQUESTS -> sum(price, operations, Traffic::requests).divide(THOUSAND);
    };
  }

  private static BigDecimal sum(
      Price price, Map<String, Traffic> operations, Function<Traffic, Long> count) {
    return BigDecimal.valueOf(operations.entrySet().stream()
        .filter(entry -> price.covers(entry.getKey()))
        .mapToLong(entry -> count.apply(entry.getValue()))
        .sum());
  }
}
