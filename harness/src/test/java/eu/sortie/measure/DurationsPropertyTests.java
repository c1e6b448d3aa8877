package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DurationsPropertyTests {

  private static final long A_THOUSAND_YEARS = 1000L * 365 * 24 * 60 * 60 * 1000;

  @Property
  void whatIsPrintedReadsTheSame(@ForAll @LongRange(max = A_THOUSAND_YEARS) long millis) {
    var duration = Duration.ofMillis(millis);

    assertThat(Durations.parse(Durations.print(duration))).isEqualTo(duration);
  }
}
