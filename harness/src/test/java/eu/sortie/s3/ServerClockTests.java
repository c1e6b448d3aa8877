package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerClockTests {

  private final ServerClock clock =
      new ServerClock(InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z")));

  @Test
  void saysNothingBeforeTheEndSaidSomething() {
    clock.heard(Optional.empty());

    assertThat(clock.skew()).isEmpty();
    assertThat(clock.tooFarOff()).isFalse();
  }

  @Test
  void tellsHowFarTheEndIsAhead() {
    clock.heard(Optional.of("Tue, 24 Nov 2026 12:00:07 GMT"));

    assertThat(clock.skew()).contains(Duration.ofSeconds(7));
    assertThat(clock.tooFarOff()).isFalse();
  }

  @Test
  void aQuarterOfAnHourIsStillTakenAndASecondMoreIsNot() {
    clock.heard(Optional.of("Tue, 24 Nov 2026 12:15:00 GMT"));
    assertThat(clock.tooFarOff()).isFalse();

    clock.heard(Optional.of("Tue, 24 Nov 2026 12:15:01 GMT"));
    assertThat(clock.tooFarOff()).isTrue();
  }

  @Test
  void beingBehindIsAsBadAsBeingAhead() {
    clock.heard(Optional.of("Tue, 24 Nov 2026 11:44:59 GMT"));

    assertThat(clock.skew()).contains(Duration.ofSeconds(-901));
    assertThat(clock.tooFarOff()).isTrue();
  }

  @Test
  void aDateNobodyCanReadChangesNothing() {
    clock.heard(Optional.of("Tue, 24 Nov 2026 12:00:07 GMT"));
    clock.heard(Optional.of("now"));

    assertThat(clock.skew()).contains(Duration.ofSeconds(7));
  }
}
