package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sortie.yaml.PriceBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestoringTests {

  private static final List<Tier> CHEAP =
      List.of(new Tier(BigDecimal.ZERO, null, new BigDecimal("0.01")));

  private final Tariff aws = PriceBook.load("aws-eu-west-3");

  private static String sum(Restoring restoring) {
    return restoring.cost().totals().toString();
  }

  private static Tariff tariff(Price... prices) {
    return new Tariff(
        "own", "Somebody", Money.currency("EUR"), LocalDate.parse("2026-11-01"), List.of(prices));
  }

  private static Price byTheByte(Retrieval retrieval) {
    return new Price(
        "restore", Price.Counts.GIB_RESTORED, Set.of("COLD"), CHEAP, true, "", retrieval);
  }

  @Test
  void isPaidForByTheByteAndByTheObject() {
    var restoring = aws.ofRestoring("aws", Map.of("GLACIER", new Archived(2000, 10 * Bytes.GIB)));

    // 10 GiB at 0.01 and two thousand at 0.05.
    assertThat(restoring.cost().lines())
        .extracting(Cost.Line::price)
        .containsExactly("restore-glacier", "restore-requests-glacier");
    assertThat(restoring.cost().totals().get(0).amount()).isEqualByComparingTo("0.20");
  }

  @Test
  void dependsOnTheStorageClass() {
    var archived = new Archived(1000, Bytes.GIB);

    assertThat(sum(aws.ofRestoring("aws", Map.of("DEEP_ARCHIVE", archived))))
        .isNotEqualTo(sum(aws.ofRestoring("aws", Map.of("GLACIER", archived))));
  }

  @Test
  void saysTheTierAndHowLongOneWaits() {
    var archived = new Archived(1, 1);

    assertThat(aws.ofRestoring("aws", Map.of("GLACIER", archived, "DEEP_ARCHIVE", archived))
            .classes())
        .containsExactly(
            new Restoring.OfClass("DEEP_ARCHIVE", archived, "standard", Duration.ofHours(12), ""),
            new Restoring.OfClass("GLACIER", archived, "standard", Duration.ofHours(5), ""));
  }

  @Test
  void costsNothingWhereNothingIsArchived() {
    assertThat(aws.ofRestoring("aws", Map.of())).isEqualTo(Restoring.NONE);
    assertThat(Restoring.NONE.any()).isFalse();
  }

  @Test
  void isNoPartOfWhatCrossesTheLine() {
    var cost = aws.of("aws", Map.of("GetObject", new Traffic(1, 0, Bytes.GIB)));

    assertThat(cost.lines()).extracting(Cost.Line::price).noneMatch(id -> id.startsWith("restore"));
  }

  @Nested
  class IsUnknownAndNotNothing {

    private final Archived some = new Archived(3, Bytes.GIB);

    @Test
    void whereTheListKnowsNoPriceForTheClass() {
      var restoring = aws.ofRestoring("aws", Map.of("GLACIER", some, "FROZEN", some));

      assertThat(restoring.unpriced()).containsExactly("FROZEN");
      assertThat(restoring.classes().get(0).unknownBecause())
          .isEqualTo("price list aws-eu-west-3 has none for restoring FROZEN");
      assertThat(sum(restoring)).isEqualTo(sum(aws.ofRestoring("aws", Map.of("GLACIER", some))));
      assertThat(restoring.any()).isTrue();
    }

    @Test
    void whereTheListKnowsThePriceOfTheRequestAlone() {
      var requests =
          new Price("requests", Price.Counts.THOUSAND_RESTORED, Set.of("COLD"), CHEAP, true, "");

      var restoring = tariff(requests).ofRestoring("aws", Map.of("COLD", some));

      assertThat(restoring.unpriced()).containsExactly("COLD");
      assertThat(restoring.cost().lines()).isEmpty();
    }

    @Test
    void whereNobodySawTheSizeOfOne() {
      var restoring = aws.ofRestoring("aws", Map.of("GLACIER", some.plus(new Archived(1, 0, 1))));

      assertThat(restoring.classes().get(0).unknownBecause())
          .isEqualTo("the size of 1 of them could not be seen");
      assertThat(restoring.classes().get(0).archived()).isEqualTo(new Archived(4, Bytes.GIB, 1));
      assertThat(restoring.cost().lines()).isEmpty();
    }

    @Test
    void whereTheEndHasNoPriceList() {
      var restoring = Restoring.unpriced(Map.of("GLACIER", some), "'aws' has no price list");

      assertThat(restoring.unpriced()).containsExactly("GLACIER");
      assertThat(restoring.classes().get(0).unknownBecause()).isEqualTo("'aws' has no price list");
    }

    @Test
    void inTimeWhereTheListDoesNotSayIt() {
      var restoring =
          tariff(byTheByte(new Retrieval("bulk", null))).ofRestoring("aws", Map.of("COLD", some));

      assertThat(restoring.classes())
          .containsExactly(new Restoring.OfClass("COLD", some, "bulk", null, ""));
      assertThat(sum(restoring)).isEqualTo("[0.01 EUR]");
    }
  }

  @Test
  void aPriceOfArchivedBytesSaysHowTheyAreRestored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> byTheByte(null))
        .withMessageContaining("goes with archived bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Price(
            "x", Price.Counts.GIB_OUT, Set.of(), CHEAP, true, "", new Retrieval("standard", null)));
  }
}
