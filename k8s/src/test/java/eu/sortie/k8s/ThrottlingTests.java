package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottlingTests {

  private final Throttling throttling = new Throttling();

  @Test
  void waitsAsLongAsItIsTold() {
    assertThat(throttling.pause(429, "2")).contains(Duration.ofSeconds(2));
    assertThat(throttling.pause(503, "1")).contains(Duration.ofSeconds(1));
  }

  @Test
  void waitsLongerEachTimeWhereNothingIsSaid() {
    assertThat(throttling.pause(429, null)).contains(Duration.ofMillis(100));
    assertThat(throttling.pause(429, null)).contains(Duration.ofMillis(200));
    assertThat(throttling.pause(429, "Sat, 28 Nov 2026 11:00:00 GMT"))
        .contains(Duration.ofMillis(400));
  }

  @Test
  void waitsForNobodyTooLong() {
    assertThat(throttling.pause(429, "3600")).contains(Duration.ofSeconds(30));
  }

  @Test
  void givesUpInTheEnd() {
    for (int i = 0; i < 10; i++) {
      assertThat(throttling.pause(429, "0")).isPresent();
    }
    assertThat(throttling.pause(429, "0")).isEmpty();
  }

  @Test
  void doesNothingAgainThatWasRefusedForAnotherReason() {
    assertThat(throttling.pause(200, null)).isEmpty();
    assertThat(throttling.pause(403, "1")).isEmpty();
    assertThat(throttling.pause(503, null)).isEmpty();
  }
}
