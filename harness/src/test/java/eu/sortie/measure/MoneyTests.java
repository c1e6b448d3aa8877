package eu.sortie.measure;

import static eu.sortie.measure.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  private static Money dollars(String amount) {
    return new Money(new BigDecimal(amount), USD);
  }

  private static Rate rate(Currency from, Currency to, String rate) {
    return new Rate(from, to, new BigDecimal(rate), LocalDate.of(2026, 11, 23), "central bank");
  }

  @Nested
  class Amounts {

    @Test
    void areEqualHoweverManyZerosTheyEndIn() {
      assertThat(euros("5.00")).isEqualTo(euros("5")).hasSameHashCodeAs(euros("5.0"));
      assertThat(euros("0.00")).isEqualTo(Money.none(EUR));
    }

    @Test
    void areExact() {
      assertThat(euros("0.1").plus(euros("0.2"))).isEqualTo(euros("0.3"));
    }

    @Test
    void compareByTheirWorth() {
      assertThat(euros("5.01").exceeds(euros("5.00"))).isTrue();
      assertThat(euros("5.00").exceeds(euros("5.0"))).isFalse();
      assertThat(euros("4.99").exceeds(euros("5.00"))).isFalse();
      assertThat(euros("10")).isGreaterThan(euros("9"));
    }
  }

  @Nested
  class Currencies {

    @Test
    void areNeverAdded() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> euros("1").plus(dollars("1")))
          .withMessage(
              "1.00 EUR and 1.00 USD cannot be taken together without a dated rate between them");
    }

    @Test
    void areNeverCompared() {
      assertThatIllegalArgumentException().isThrownBy(() -> euros("1").exceeds(dollars("1")));
      assertThatIllegalArgumentException().isThrownBy(() -> euros("1").compareTo(dollars("1")));
    }

    @Test
    void areExchangedAtARate() {
      assertThat(dollars("10").at(rate(USD, EUR, "0.92"))).isEqualTo(euros("9.2"));
    }

    @Test
    void areNotExchangedAtARateOfOthers() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> euros("10").at(rate(USD, EUR, "0.92")))
          .withMessage("a rate from USD does not fit an amount in EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5"})
    void areNotExchangedForNothing(String nothing) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rate(USD, EUR, nothing))
          .withMessage("a rate is more than zero, this one is " + nothing);
    }

    @Test
    void areThoseOfIso4217() {
      assertThat(Money.currency("EUR")).isEqualTo(EUR);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Money.currency("EURO"))
          .withMessage("'EURO' is not a currency: expected an ISO 4217 code, as in EUR");
    }
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @ValueSource(strings = {"5.00 EUR", "5 EUR", "  5.0   EUR "})
    void takesANumberAndACurrency(String text) {
      assertThat(Money.parse(text)).isEqualTo(euros("5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.00", "EUR", "5,00 EUR", "5.00EUR", "-5 EUR", "5. EUR", "5 eur", ""})
    void refusesAnythingElse(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Money.parse(text))
          .withMessage(
              "'%s' is not an amount of money: expected a number and a currency, as in '5.00 EUR'",
              text);
    }

    @Test
    void refusesACurrencyNobodyKnows() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Money.parse("5 ZZZ"))
          .withMessageContaining("'ZZZ' is not a currency");
    }
  }

  @Nested
  class Writing {

    @ParameterizedTest
    @CsvSource({
      "5, 5.00 EUR",
      "100, 100.00 EUR",
      "0, 0.00 EUR",
      "1.005, 1.01 EUR",
      "1.004, 1.00 EUR",
      "0.005, 0.01 EUR",
      "0.000042, 0.000042 EUR",
      "-0.001, -0.001 EUR",
    })
    void roundsToTheCentUnlessThatLeavesNothing(String amount, String text) {
      assertThat(euros(amount)).hasToString(text);
    }
  }
}
