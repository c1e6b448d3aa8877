package eu.sortie.measure;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        .map(price -> line(end, price, quantity(price, operations)))
        .filter(line -> line.quantity().signum() > 0)
        .toList();
    return new Cost(lines);
  }

  /**
   * What it takes to restore what is archived, so that it can be read at all; what leaves then is charged for as ever.
   *
   * @param archived what is archived, by storage class
   */
  public Restoring ofRestoring(String end, Map<String, Archived> archived) {
    var classes = new TreeMap<>(archived)
        .entrySet().stream()
            .map(entry -> restored(entry.getKey(), entry.getValue()))
            .toList();
    var priced = classes.stream()
        .filter(Restoring.OfClass::isPriced)
        .collect(toMap(Restoring.OfClass::storageClass, Restoring.OfClass::archived));
    var lines = prices.stream()
        .filter(price -> price.counts().isOfArchives())
        .map(price -> line(end, price, quantityOfArchives(price, priced)))
        .filter(line -> line.quantity().signum() > 0)
        .toList();
    return new Restoring(classes, new Cost(lines));
  }

  /** Whoever knows the price of a request alone does not know what restoring costs. */
  private Restoring.OfClass restored(String storageClass, Archived archived) {
    var retrieval = prices.stream()
        .filter(price -> price.retrieval() != null && price.covers(storageClass))
        .map(Price::retrieval)
        .findFirst();
    if (retrieval.isEmpty()) {
      return Restoring.OfClass.unpriced(
          storageClass,
          archived,
          "price list %s has none for restoring %s".formatted(name, storageClass));
    }
    if (archived.unsized() > 0) {
      return Restoring.OfClass.unpriced(
          storageClass,
          archived,
          "the size of %d of them could not be seen".formatted(archived.unsized()));
    }
    return Restoring.OfClass.priced(storageClass, archived, retrieval.get());
  }

  private Cost.Line line(String end, Price price, BigDecimal quantity) {
    return new Cost.Line(
        end,
        name,
        price.id(),
        quantity,
        price.counts().unit(),
        new Money(price.of(quantity), currency),
        price.verified());
  }

  private static BigDecimal quantityOfArchives(Price price, Map<String, Archived> archived) {
    var covered = archived.entrySet().stream()
        .filter(entry -> price.covers(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Archived.NONE, Archived::plus);
    return price.counts() == Price.Counts.GIB_RESTORED
        ? BigDecimal.valueOf(covered.bytes()).divide(GIB)
        : BigDecimal.valueOf(covered.objects()).divide(THOUSAND);
  }

  private static BigDecimal quantity(Price price, Map<String, Traffic> operations) {
    return switch (price.counts()) {
      case GIB_OUT -> sum(price, operations, Traffic::receivedBytes).divide(GIB);
      case GIB_IN -> sum(price, operations, Traffic::sentBytes).divide(GIB);
      case THOUSAND_REQUESTS -> sum(price, operations, Traffic::requests).divide(THOUSAND);
      case GIB_RESTORED, THOUSAND_RESTORED -> BigDecimal.ZERO;
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
