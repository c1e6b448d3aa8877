package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsPlanTests {

  private static final int MIB = 1 << 20;

  private static PartsPlan plan(String parts, long bytes) {
    var seen = parts.isEmpty() ? Value.absent() : Value.text(parts);
    return PartsPlan.of(new Item(ItemId.of("object", "k"), Map.of(PARTS, seen)), bytes, 8 * MIB);
  }

  /** A usual size where one fits, else any whole MiB, else parts of one size. */
  @ParameterizedTest
  @CsvSource({
    "3, 19922944, 8388608",
    "2, 10485760, 8388608",
    "4, 19922944, 5242880",
    "10, 73400320, 7340032",
    "2, 11534441, 8388608",
    "2, 134217728, 67108864",
  })
  void givesTheNumberThereWas(String parts, long bytes, int partBytes) {
    assertThat(plan(parts, bytes)).isEqualTo(new PartsPlan(partBytes, true, true));
    assertThat((bytes + partBytes - 1) / partBytes).isEqualTo(Long.parseLong(parts));
  }

  @Test
  void onePartIsOnePartAndNotAWhole() {
    assertThat(plan("1", 3 * MIB)).isEqualTo(new PartsPlan(8 * MIB, true, true));
    assertThat(plan("", 3 * MIB)).isEqualTo(new PartsPlan(8 * MIB, false, true));
  }

  @Test
  void whatWasOnePieceStaysOneAsLongAsItCanBeHeld() {
    assertThat(plan("", 40L * MIB)).isEqualTo(new PartsPlan(40 * MIB, false, true));
    assertThat(plan("", 65L * MIB)).isEqualTo(new PartsPlan(8 * MIB, false, true));
  }

  @Test
  void whatNobodyLookedAtGoesInPartsOfTheUsualSize() {
    assertThat(PartsPlan.of(new Item(ItemId.of("object", "k"), Map.of()), 40L * MIB, 8 * MIB))
        .isEqualTo(new PartsPlan(8 * MIB, false, true));
  }

  @Test
  void partsTooLargeToHoldAreNotKept() {
    assertThat(plan("2", 1024L * MIB)).isEqualTo(new PartsPlan(8 * MIB, false, false));
  }

  @Test
  void partsTooSmallToBeSentAreNotKept() {
    assertThat(plan("9", 10L * MIB).kept()).isFalse();
  }

  @Test
  void thereAreNeverMoreThanTenThousand() {
    var bytes = 1L << 40;
    assertThat(bytes / plan("", bytes).partBytes()).isLessThanOrEqualTo(10_000);
  }
}
