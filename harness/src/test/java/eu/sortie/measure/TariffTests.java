package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTests {

  private static final Currency USD = Currency.getInstance("USD");

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Tier tier(String from, String to, String price) {
    return new Tier(number(from), number(to), number(price));
  }

  private static Tier last(String from, String price) {
    return new Tier(number(from), null, number(price));
  }

  private static Price price(
      String id, Price.Counts counts, Set<String> operations, Tier... tiers) {
    return new Price(id, counts, operations, List.of(tiers), true, "price list of 2026-11-20");
  }

  private static Tariff tariff(Price... prices) {
    return new Tariff("aws-eu-west-3", "AWS", USD, LocalDate.of(2026, 11, 20), List.of(prices));
  }

  private static Price egress() {
    return price(
        "egress",
        Price.Counts.GIB_OUT,
        Set.of(),
        tier("0", "100", "0"),
        tier("100", "10340", "0.09"),
        tier("10340", "51300", "0.085"),
        tier("51300", "153700", "0.07"),
        last("153700", "0.05"));
  }

  @Nested
  class Egress {

    @ParameterizedTest
    @CsvSource({
      "0, 0",
      "100, 0",
      "101, 0.09",
      "10240, 912.60",
      "10340, 921.60",
      "10341, 921.685",
      "102400, 7980.20",
      "1048576, 56315.00",
    })
    void isPricedTierByTierFromTheFirstByteOfTheMonth(String gib, String dollars) {
      assertThat(egress().of(number(gib))).isEqualByComparingTo(dollars);
    }

    @Test
    void countsBytesThatLeaveAndNoOthers() {
      var cost = tariff(egress())
          .of(
              "aws",
              Map.of("GetObject", new Traffic(1_000_000, 5 * Bytes.GIB, 10_240 * Bytes.GIB)));

      assertThat(cost.totals()).containsExactly(new Money(number("912.60"), USD));
    }

    @Test
    void isExactDownToAByte() {
      var aByteMore = Map.of("GetObject", new Traffic(1, 0, 100 * Bytes.GIB + 1));

      assertThat(tariff(egress()).of("aws", aByteMore).totals())
          .containsExactly(new Money(number("0.09").divide(number("1073741824")), USD));
    }
  }

  @Nested
  class Lines {

    private final Tariff tariff = tariff(
        price(
            "reads",
            Price.Counts.THOUSAND_REQUESTS,
            Set.of("GetObject", "HeadObject"),
            last("0", "0.00042")),
        price("lists", Price.Counts.THOUSAND_REQUESTS, Set.of("ListObjectsV2"), last("0", "0.005")),
        price("ingress", Price.Counts.GIB_IN, Set.of(), last("0", "0.01")));

    @Test
    void coverTheOperationsTheyNameTogether() {
      var cost = tariff.of(
          "aws",
          Map.of(
              "GetObject", new Traffic(1500, 0, 7),
              "HeadObject", new Traffic(500, 0, 0),
              "ListObjectsV2", new Traffic(3, 0, 99)));

      assertThat(cost.lines())
          .extracting(
              Cost.Line::price, Cost.Line::quantity, line -> line.money().amount())
          .containsExactly(
              tuple("reads", number("2"), number("0.00084")),
              tuple("lists", number("0.003"), number("0.000015")));
    }

    @Test
    void sayWhereTheyComeFrom() {
      var unverified = new Price(
          "ingress", Price.Counts.GIB_IN, Set.of(), List.of(last("0", "0.01")), false, "a blog");

      assertThat(tariff(unverified)
              .of("europe", Map.of("PutObject", new Traffic(1, Bytes.GIB, 9)))
              .lines())
          .containsExactly(new Cost.Line(
              "europe",
              "aws-eu-west-3",
              "ingress",
              number("1"),
              "GiB",
              new Money(number("0.01"), USD),
              false));
    }

    @Test
    void areLeftOutWhereNothingWasCounted() {
      assertThat(tariff.of("aws", Map.of("DeleteObject", new Traffic(9, 0, 9))).lines())
          .isEmpty();
    }

    @Test
    void haveAUnit() {
      assertThat(Price.Counts.values())
          .extracting(Price.Counts::unit)
          .containsExactly("GiB", "GiB", "1 000 requests", "GiB", "1 000 objects");
    }
  }

  @Nested
  class Tiers {

    @Test
    void beginAtZero() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> price("egress", Price.Counts.GIB_OUT, Set.of(), last("1", "0.09")))
          .withMessage("price egress: the first tier begins at 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> price("egress", Price.Counts.GIB_OUT, Set.of()))
          .withMessage("price egress: the first tier begins at 0");
    }

    @Test
    void leaveNoGap() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> price(
              "egress", Price.Counts.GIB_OUT, Set.of(), tier("0", "100", "0"), last("101", "0.09")))
          .withMessage("price egress: tier 2 begins at 101, the one before ends at 100");
    }

    @Test
    void nothingComesAfterTheLast() {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              price("egress", Price.Counts.GIB_OUT, Set.of(), last("0", "0"), last("100", "0.09")))
          .withMessage("price egress: tier 2 begins at 100, the one before ends at null");
    }

    @Test
    void holdSomething() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tier("100", "100", "0"))
          .withMessage("a tier from 100 to 100 holds nothing");
      assertThatIllegalArgumentException().isThrownBy(() -> tier("100", "99", "0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 0", "101, 1", "200, 100", "201, 100"})
    void takeWhatFallsIntoThem(String quantity, String share) {
      assertThat(tier("100", "200", "1").share(number(quantity))).isEqualByComparingTo(share);
    }
  }
}
