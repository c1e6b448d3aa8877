package eu.sortie.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Money for usage, line by line.
 *
 * @param lines what was charged for, at each end
 */
public record Cost(List<Line> lines) {

  /** Nothing was charged. */
  public static final Cost NONE = new Cost(List.of());

  public Cost {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that is charged for.
   *
   * @param end where
   * @param tariff by which price list
   * @param price by which line of it
   * @param quantity how much of it
   * @param unit of the quantity
   * @param money what that costs, exact
   * @param verified whether the price was checked against the vendor's own list
   */
  public record Line(
      String end,
      String tariff,
      String price,
      BigDecimal quantity,
      String unit,
      Money money,
      boolean verified) {}

  /** Adds the lines of another end. */
  public Cost plus(Cost more) {
    var all = new ArrayList<>(lines);
    all.addAll(more.lines);
    return new Cost(all);
  }

  /** The sums, one for each currency: currencies are never added. */
  public List<Money> totals() {
    var totals = new TreeMap<String, Money>();
    lines.forEach(
        line -> totals.merge(line.money().currency().getCurrencyCode(), line.money(), Money::plus));
    return List.copyOf(totals.values());
  }

  /**
   * The sum in one currency, as far as the rates at hand allow.
   *
   * @return empty where a rate is missing
   */
  public Optional<Money> in(Currency currency, List<Rate> rates) {
    var sum = Money.none(currency);
    for (var total : totals()) {
      var converted = convert(total, currency, rates);
      if (converted.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(converted.get());
    }
    return Optional.of(sum);
  }

  private static Optional<Money> convert(Money money, Currency currency, List<Rate> rates) {
    if (money.currency().equals(currency)) {
      return Optional.of(money);
    }
    return rates.stream()
        .filter(rate -> rate.from().equals(money.currency()) && rate.to().equals(currency))
        .findFirst()
        .map(money::at);
  }

  /** Which lines rest on a price nobody has checked. */
  public List<Line> unverified() {
    return lines.stream().filter(line -> !line.verified()).toList();
  }

  /** The lines by end, for a table. */
  public Map<String, List<Line>> byEnd() {
    var byEnd = new TreeMap<String, List<Line>>();
    lines.forEach(
        line -> byEnd.computeIfAbsent(line.end(), any -> new ArrayList<>()).add(line));
    return byEnd;
  }
}
