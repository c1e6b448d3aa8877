package eu.sortie.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one currency was worth in another on a day; always given by the user, never guessed.
 *
 * @param from the currency one has
 * @param to the currency one wants
 * @param rate how much of {@code to} one unit of {@code from} buys
 * @param date the day it was true
 * @param source who said so
 */
public record Rate(Currency from, Currency to, BigDecimal rate, LocalDate date, String source) {

  public Rate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("a rate is more than zero, this one is " + rate);
    }
  }
}
