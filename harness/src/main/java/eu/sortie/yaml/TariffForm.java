package eu.sortie.yaml;

import eu.sortie.measure.Money;
import eu.sortie.measure.Price;
import eu.sortie.measure.Tariff;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tariff as a file says it: one vendor, one region, one currency, one day. */
final class TariffForm {

  private static final String VENDOR = "vendor";
  private static final String REGION = "region";
  private static final String CURRENCY = "currency";
  private static final String RETRIEVED = "retrieved";
  private static final String PRICES = "prices";

  private TariffForm() {}

  static Tariff read(Page page, String name) {
    var fields =
        Document.of(page, "a tariff").fields().only(VENDOR, REGION, CURRENCY, RETRIEVED, PRICES);
    var vendor = fields.required(VENDOR, "expected whose prices these are");
    var region = fields.required(REGION, "expected where they hold");
    var currency = fields.required(CURRENCY, "expected an ISO 4217 code, as in EUR");
    var retrieved = fields.required(RETRIEVED, "expected the day they were found");
    return new Tariff(
        name,
        vendor.words() + ", " + region.words(),
        currency.as(Money::currency),
        retrieved.date(),
        prices(fields.required(PRICES, "expected a list of prices")));
  }

  private static List<Price> prices(Part list) {
    Set<String> ids = new HashSet<>();
    Map<String, String> restored = new HashMap<>();
    var prices = list.items().stream()
        .map(item -> {
          var price = PriceForm.read(item);
          if (!ids.add(price.id())) {
            throw item.wrong("there is a price %s already, expected an id once"
                .formatted(Fields.shown(price.id())));
          }
          requireOneRetrieval(item, price, restored);
          return price;
        })
        .toList();
    if (prices.isEmpty()) {
      throw list.wrong("there is no price, expected at least one");
    }
    return prices;
  }

  /** Restored twice, once in haste and once in bulk, nothing ever is: the sum of both would be nobody's price. */
  private static void requireOneRetrieval(Part item, Price price, Map<String, String> restored) {
    if (!price.counts().isOfArchives()) {
      return;
    }
    for (var storageClass : price.operations()) {
      var other = restored.putIfAbsent(price.counts() + " " + storageClass, price.id());
      if (other != null) {
        throw item.wrong("%s is restored at price %s already, expected one way to restore it"
            .formatted(storageClass, other));
      }
    }
  }
}
