package eu.sortie.yaml;

import eu.sortie.measure.Money;
import eu.sortie.measure.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** What a currency was worth in another on a day, as a file says it. */
final class RateForm {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String RATE = "rate";
  private static final String DATE = "date";
  private static final String SOURCE = "source";

  private RateForm() {}

  static List<Rate> read(Part list) {
    var rates = new ArrayList<Rate>();
    for (var item : list.items()) {
      var rate = rate(item);
      if (rates.stream().anyMatch(some -> some.from() == rate.from() && some.to() == rate.to())) {
        throw item.wrong("there is a rate from %s to %s already, expected one"
            .formatted(rate.from(), rate.to()));
      }
      rates.add(rate);
    }
    return rates;
  }

  static Node write(Rate rate) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(FROM, Pen.text(rate.from().getCurrencyCode()));
    fields.put(TO, Pen.text(rate.to().getCurrencyCode()));
    fields.put(RATE, Pen.text(rate.rate().toPlainString()));
    fields.put(DATE, Pen.text(rate.date().toString()));
    fields.put(SOURCE, Pen.text(rate.source()));
    return Pen.line(fields);
  }

  private static Rate rate(Part item) {
    var fields = item.fields().only(FROM, TO, RATE, DATE, SOURCE);
    var from = currency(fields, FROM);
    var to = currency(fields, TO);
    if (from == to) {
      throw item.wrong("the rate is from %s to itself, expected two currencies".formatted(from));
    }
    return new Rate(
        from,
        to,
        rate(
            fields.required(RATE, "expected what one %s buys, as in \"0.92\"".formatted(from)), to),
        fields.required(DATE, "expected the day it was true, as in 2026-11-01").date(),
        fields.required(SOURCE, "expected who said so, as in ECB").words());
  }

  private static BigDecimal rate(Part part, Currency to) {
    var rate = part.decimal();
    if (rate.signum() == 0) {
      throw part.wrong("a currency is worth more than 0 %s, expected as in \"0.92\"".formatted(to));
    }
    return rate;
  }

  private static Currency currency(Fields fields, String key) {
    return fields.required(key, "expected an ISO 4217 code, as in EUR").as(Money::currency);
  }
}
