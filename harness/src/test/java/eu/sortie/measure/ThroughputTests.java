package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThroughputTests {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Throughput of(long samples) {
    var throughput = new Throughput(SECOND, Collections.emptyList());
    for (long i = 0; i < samples; i++) {
      throughput = throughput.with(i);
    }
    return throughput;
  }

  @Test
  void samplesComeInTheirOrder() {
    assertThat(of(3))
        .isEqualTo(new Throughput(SECOND, LongStream.of(0, 1, 2).boxed().toList()));
  }

  @Test
  void nothingSampledHasAnIntervalAlready() {
    assertThat(Throughput.NONE)
        .isEqualTo(new Throughput(Duration.ofMillis(250), Collections.emptyList()));
  }

  @Test
  void isLeftAloneAsLongAsItFits() {
    assertThat(of(Throughput.MOST_SAMPLES - 1).interval()).isEqualTo(SECOND);
    assertThat(of(Throughput.MOST_SAMPLES - 1).bytes()).hasSize(Throughput.MOST_SAMPLES - 1);
  }

  @Test
  void neighboursArePutTogetherWhereItDoesNotFit() {
    var halved = of(Throughput.MOST_SAMPLES);

    assertThat(halved.interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(halved.bytes()).hasSize(Throughput.MOST_SAMPLES / 2);
    assertThat(halved.bytes()).startsWith(0L + 1, 2L + 3, 4L + 5).endsWith(238L + 239);
  }

  @Test
  void noByteIsLostHoweverLongItLasts() {
    var day = of(2_000);

    assertThat(day.bytes()).hasSizeLessThan(Throughput.MOST_SAMPLES);
    assertThat(day.bytes().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_999L * 2_000 / 2);
  }

  @Test
  void anOddNumberOfSamplesTooManyKeepsItsLast() {
    var tooMany = new Throughput(
        SECOND, LongStream.range(0, Throughput.MOST_SAMPLES).boxed().toList());

    assertThat(tooMany.with(7).bytes()).hasSize(121).endsWith(238L + 239, 7L);
  }
}
