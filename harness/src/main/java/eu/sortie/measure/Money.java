package eu.sortie.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency.
 *
 * <p>Two currencies are never added: somebody has to give a dated {@link Rate} first.
 *
 * @param amount the exact amount, never rounded before it is printed
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  private static final Pattern WRITTEN =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s+([A-Z]{3})\\s*");

  public Money {
    amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
  }

  /** So many euros, written as text so that nothing is lost to binary fractions. */
  public static Money euros(String amount) {
    return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
  }

  /** Nothing, in a currency. */
  public static Money none(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Reads an amount with its currency, as in {@code 5.00 EUR}.
   *
   * @throws IllegalArgumentException for an amount without currency or a currency ISO 4217 does not know
   */
  public static Money parse(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not an amount of money: expected a number and a currency, as in '5.00 EUR'"
              .formatted(text));
    }
    return new Money(new BigDecimal(written.group(1)), currency(written.group(2)));
  }

  /**
   * Finds a currency.
   *
   * @throws IllegalArgumentException for a code ISO 4217 does not know
   */
  public static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "'%s' is not a currency: expected an ISO 4217 code, as in EUR".formatted(code), unknown);
    }
  }

  /**
   * Adds an amount in the same currency.
   *
   * @throws IllegalArgumentException where the currencies differ
   */
  public Money plus(Money more) {
    requireSame(more);
    return new Money(amount.add(more.amount), currency);
  }

  /** The same money in another currency, at a dated rate. */
  public Money at(Rate rate) {
    if (!currency.equals(rate.from())) {
      throw new IllegalArgumentException(
          "a rate from %s does not fit an amount in %s".formatted(rate.from(), currency));
    }
    return new Money(amount.multiply(rate.rate()), rate.to());
  }

  /** Whether this is more than another amount in the same currency. */
  public boolean exceeds(Money bar) {
    return compareTo(bar) > 0;
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s cannot be taken together without a dated rate between them"
              .formatted(this, other));
    }
  }

  /** To the cent, or as exact as it is where that would make something into nothing: {@code 0.000042 USD}. */
  @Override
  public String toString() {
    var cents = amount.setScale(2, RoundingMode.HALF_UP);
    var shown = cents.signum() == 0 && amount.signum() != 0 ? amount : cents;
    return String.format(Locale.ROOT, "%s %s", shown.toPlainString(), currency);
  }
}
