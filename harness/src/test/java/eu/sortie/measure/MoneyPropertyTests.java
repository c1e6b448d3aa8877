package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoneyPropertyTests {

  @Property
  void twoCurrenciesAreNeverAdded(@ForAll("money") Money one, @ForAll("money") Money other) {
    if (one.currency().equals(other.currency())) {
      assertThat(one.plus(other).currency()).isEqualTo(one.currency());
      assertThat(one.plus(other).amount()).isEqualByComparingTo(one.amount().add(other.amount()));
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> one.plus(other));
    }
  }

  @Property
  void aCostHasASumForEachCurrency(@ForAll("purse") List<Money> purse) {
    var totals = cost(purse).totals();

    assertThat(totals).extracting(Money::currency).doesNotHaveDuplicates();
    for (var currency : List.of("CHF", "EUR", "USD")) {
      var ofIt = purse.stream()
          .filter(money -> money.currency().getCurrencyCode().equals(currency))
          .map(Money::amount)
          .toList();
      var found = totals.stream()
          .filter(sum -> sum.currency().getCurrencyCode().equals(currency))
          .toList();
      assertThat(found).hasSize(ofIt.isEmpty() ? 0 : 1);
      found.forEach(sum -> assertThat(sum.amount())
          .isEqualByComparingTo(ofIt.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
  }

  private static Cost cost(List<Money> purse) {
    var lines = new ArrayList<Cost.Line>();
    purse.forEach(
        money -> lines.add(new Cost.Line("e", "t", "p", BigDecimal.ONE, "GiB", money, true)));
    return new Cost(lines);
  }

  @Provide
  Arbitrary<List<Money>> purse() {
    return money().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Money> money() {
    var amounts = Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, new BigDecimal(1_000_000))
        .ofScale(6);
    var currencies = Arbitraries.of("CHF", "EUR", "USD").map(Currency::getInstance);
    return Combinators.combine(amounts, currencies).as(Money::new);
  }
}
