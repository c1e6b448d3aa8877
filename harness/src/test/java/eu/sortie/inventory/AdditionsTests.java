package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trait of which a destination may add some of its own. */
class AdditionsTests {

  private static final Trait CHECKSUMS = Trait.keptAtLeast("checksums");
  private static final Trait TAGS = Trait.compared("tags");
  private static final Value CRC = Value.entries(Map.of("crc32", "a"));
  private static final Value MORE = Value.entries(Map.of("crc32", "a", "sha256", "b"));

  private static Comparison compare(Trait trait, Value was, Value became) {
    var id = ItemId.of("object", "k");
    return Comparison.of(
        new Item(id, Map.of(trait, was)), new Item(id, Map.of(trait, became)), List.of(trait));
  }

  @Test
  void whatIsAddedToNoneIsNoDifference() {
    var comparison = compare(CHECKSUMS, Value.absent(), CRC);

    assertThat(comparison.losses()).isEmpty();
    assertThat(comparison.fates()).containsEntry(CHECKSUMS, Fate.ABSENT);
  }

  @Test
  void whatIsAddedToSomeIsNoDifference() {
    var comparison = compare(CHECKSUMS, CRC, MORE);

    assertThat(comparison.losses()).isEmpty();
    assertThat(comparison.fates()).containsEntry(CHECKSUMS, Fate.KEPT);
  }

  @Test
  void whatIsGoneOrOtherIsOne() {
    assertThat(compare(CHECKSUMS, MORE, CRC).losses())
        .extracting(Loss::change)
        .containsExactly(Change.LOST);
    assertThat(compare(CHECKSUMS, CRC, Value.absent()).losses()).hasSize(1);
    assertThat(compare(CHECKSUMS, CRC, Value.entries(Map.of("crc32", "z"))).losses())
        .extracting(Loss::change)
        .containsExactly(Change.ALTERED);
  }

  @Test
  void whatCannotBeSeenStaysUnknown() {
    assertThat(compare(CHECKSUMS, Value.absent(), Value.unknown("hidden")).fates())
        .containsEntry(CHECKSUMS, Fate.UNKNOWN);
  }

  @Test
  void countsInEveryOtherTrait() {
    assertThat(compare(TAGS, Value.absent(), CRC).losses())
        .extracting(Loss::change)
        .containsExactly(Change.ADDED);
  }
}
