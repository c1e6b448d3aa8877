package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Tally;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PictureTests {

  @Property
  void aBarOfFidelityShowsEveryPartAndStaysInItsPicture(
      @ForAll @LongRange(max = 1_000_000) long kept,
      @ForAll @LongRange(max = 1_000_000) long lost,
      @ForAll @LongRange(max = 1_000_000) long unknown,
      @ForAll @LongRange(max = 1_000_000) long absent) {
    var row = FidelityView.Row.of("tags", new Tally(kept, 0, lost, unknown, absent));

    assertDrawn(kept, row.keptWidth());
    assertDrawn(lost, row.lossWidth());
    assertDrawn(unknown, row.unknownWidth());
    assertThat(row.lossStart()).isEqualTo(row.keptWidth());
    assertThat(row.unknownStart() + row.unknownWidth()).isLessThanOrEqualTo(FidelityView.WHOLE);
  }

  private static void assertDrawn(long items, long width) {
    if (items == 0) {
      assertThat(width).isZero();
    } else {
      assertThat(width).isGreaterThanOrEqualTo(FidelityView.LEAST);
    }
  }

  @Test
  void stagesFollowEachOtherInsideTheirPicture() {
    var bars = TimeView.of(Outcomes.failed()).bars();

    assertThat(bars)
        .extracting(TimeView.Bar::stage)
        .startsWith("survey", "export", "cut", "restore");
    assertThat(bars)
        .filteredOn(TimeView.Bar::exit)
        .extracting(TimeView.Bar::took)
        .containsExactly("31 min 37 s", "9 min 30 s");
    assertThat(bars)
        .allSatisfy(
            bar -> assertThat(Double.parseDouble(bar.start()) + Double.parseDouble(bar.width()))
                .isBetween(4.0, 1000.1));
  }

  @Test
  void throughputIsDrawnOnlyWhereItWasSampled() {
    assertThat(TimeView.of(Outcomes.inconclusive()).sampled()).isFalse();
    assertThat(TimeView.of(Outcomes.passed()).area())
        .startsWith("M0 180.0 V180.0 H5.0 V")
        .endsWith("Z");
  }
}
