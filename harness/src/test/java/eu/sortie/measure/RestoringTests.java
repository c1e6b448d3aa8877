package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.yaml.PriceBook;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoringTests {

  private final Tariff aws = PriceBook.load("aws-eu-west-3");

  private static String sum(Cost cost) {
    return cost.totals().toString();
  }

  @Test
  void isPaidForByTheByteAndByTheObject() {
    var cost = aws.ofRestoring("aws", Map.of("GLACIER", new Archived(2000, 10 * Bytes.GIB)));

    // 10 GiB at 0.01 and two thousand at 0.05.
    assertThat(cost.lines())
        .extracting(Cost.Line::price)
        .containsExactly("restore-glacier", "restore-requests-glacier");
    assertThat(cost.totals().get(0).amount()).isEqualByComparingTo("0.20");
  }

  @Test
  void dependsOnTheStorageClass() {
    var archived = new Archived(1000, Bytes.GIB);

    assertThat(sum(aws.ofRestoring("aws", Map.of("DEEP_ARCHIVE", archived))))
        .isNotEqualTo(sum(aws.ofRestoring("aws", Map.of("GLACIER", archived))));
  }

  @Test
  void costsNothingWhereNothingIsArchived() {
    assertThat(aws.ofRestoring("aws", Map.of()).lines()).isEmpty();
  }

  @Test
  void isNoPartOfWhatCrossesTheLine() {
    var cost = aws.of("aws", Map.of("GetObject", new Traffic(1, 0, Bytes.GIB)));

    assertThat(cost.lines()).extracting(Cost.Line::price).noneMatch(id -> id.startsWith("restore"));
  }

  @Test
  void namesTheClassesNobodyKnowsAPriceFor() {
    assertThat(aws.withoutPriceOfRestoring(Set.of("GLACIER", "FROZEN"))).containsExactly("FROZEN");
    assertThat(PriceBook.load("ovh-gra").withoutPriceOfRestoring(Set.of("GLACIER")))
        .containsExactly("GLACIER");
  }
}
