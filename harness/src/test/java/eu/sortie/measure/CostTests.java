package eu.sortie.measure;

import static eu.sortie.measure.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CostTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency CHF = Currency.getInstance("CHF");

  private static Money dollars(String amount) {
    return new Money(new BigDecimal(amount), USD);
  }

  private static Cost.Line line(String end, Money money, boolean verified) {
    return new Cost.Line(end, "tariff", "egress", BigDecimal.TEN, "GiB", money, verified);
  }

  private static Cost cost(Money... moneys) {
    return new Cost(
        List.of(moneys).stream().map(money -> line("aws", money, true)).toList());
  }

  private static Rate rate(Currency from, Currency to, String rate) {
    return new Rate(from, to, new BigDecimal(rate), LocalDate.of(2026, 11, 23), "central bank");
  }

  @Nested
  class Sums {

    @Test
    void comeOneForEachCurrencyInTheirOrder() {
      assertThat(cost(dollars("1"), euros("2"), dollars("3")).totals())
          .containsExactly(euros("2"), dollars("4"));
    }

    @Test
    void areNoneForNothing() {
      assertThat(Cost.NONE.totals()).isEmpty();
    }

    @Test
    void takeInTheLinesOfAnotherEnd() {
      var both = cost(dollars("1")).plus(cost(euros("2"), euros("3")));

      assertThat(both.lines())
          .extracting(Cost.Line::money)
          .containsExactly(dollars("1"), euros("2"), euros("3"));
    }
  }

  @Nested
  class InOneCurrency {

    @Test
    void needsNoRateForItself() {
      assertThat(cost(euros("2"), euros("3")).in(EUR, List.of())).contains(euros("5"));
    }

    @Test
    void usesTheRateThatFits() {
      var rates = List.of(rate(USD, CHF, "0.5"), rate(CHF, EUR, "1.5"), rate(USD, EUR, "0.9"));

      assertThat(cost(euros("1"), dollars("10")).in(EUR, rates)).contains(euros("10"));
    }

    @Test
    void isNotSaidWhereARateIsMissing() {
      assertThat(cost(euros("1"), dollars("10")).in(EUR, List.of(rate(EUR, USD, "1.1"))))
          .isEmpty();
    }

    @Test
    void isNothingForNothing() {
      assertThat(Cost.NONE.in(EUR, List.of())).contains(Money.none(EUR));
    }
  }

  @Nested
  class Lines {

    private final Cost.Line checked = line("aws", dollars("1"), true);
    private final Cost.Line unchecked = line("europe", euros("1"), false);
    private final Cost.Line more = line("aws", dollars("2"), true);

    @Test
    void onPricesNobodyCheckedAreToldApart() {
      assertThat(new Cost(List.of(checked, unchecked)).unverified()).containsExactly(unchecked);
    }

    @Test
    void areSortedByEnd() {
      var byEnd = new Cost(List.of(unchecked, checked, more)).byEnd();

      assertThat(byEnd.keySet()).containsExactly("aws", "europe");
      assertThat(byEnd.get("aws")).containsExactly(checked, more);
      assertThat(byEnd.get("europe")).containsExactly(unchecked);
    }
  }
}
