package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {

  private static final long SECOND = 1_000_000_000;
  private static final long MIB = 1 << 20;

  private long now;
  private double busy = 0.3;
  private long slowDowns;
  private final Pace pace = new Pace(() -> now, () -> busy, () -> slowDowns);

  /** A second in which so many MiB are done, by as many items as are on their way. */
  private void second(double mebibytes) {
    now += SECOND;
    int items = pace.level();
    for (int i = 0; i < items; i++) {
      pace.done((long) (mebibytes * MIB / items));
    }
  }

  /** Seconds at an end that does so much for each that is on its way, and so much at most. */
  private void seconds(int many, double each, double most) {
    for (int i = 0; i < many; i++) {
      second(Math.min(most, each * pace.level()));
    }
  }

  @Test
  void beginsWithAFew() {
    assertThat(pace.level()).isEqualTo(Pace.FIRST);
  }

  @Test
  void growsAsLongAsMoreGetsDone() {
    seconds(3, 1, 1000);

    assertThat(pace.level()).isEqualTo(Pace.FIRST + 12);
  }

  @Test
  void staysBelowItsMost() {
    seconds(100, 1, 1000);

    assertThat(pace.level()).isEqualTo(Pace.MOST);
  }

  @Test
  void comesBackFromALevelThatIsNoBetter() {
    seconds(40, 1, 16);

    assertThat(pace.level()).isBetween(16, 20);
  }

  @Test
  void triesAgainAfterARest() {
    seconds(3, 2, 16);
    assertThat(pace.level()).isEqualTo(Pace.FIRST);
    seconds(12, 2, 1000);

    assertThat(pace.level()).isGreaterThan(Pace.FIRST);
  }

  @Test
  void doesNotGrowWhereTheProcessorsHaveNothingToSpare() {
    busy = 0.95;
    seconds(20, 1, 1000);

    assertThat(pace.level()).isEqualTo(Pace.FIRST);
  }

  @Test
  void doesNotGrowWhereNobodySaysHowBusyTheyAre() {
    busy = -1;
    seconds(20, 1, 1000);

    assertThat(pace.level()).isEqualTo(Pace.FIRST);
  }

  @Test
  void halvesWhereAnEndAsksForLessAndOnlyOnceASecond() {
    slowDowns = 100;
    second(8);

    assertThat(pace.level()).isEqualTo(4);
  }

  @Test
  void neverStops() {
    for (int i = 0; i < 20; i++) {
      slowDowns++;
      second(1);
    }

    assertThat(pace.level()).isEqualTo(1);
  }

  @Test
  void growsAgainOnceNobodyAsksForLess() {
    slowDowns++;
    second(8);
    seconds(30, 1, 1000);

    assertThat(pace.level()).isGreaterThan(Pace.FIRST);
  }

  @Test
  void doesNotHeedWhatWasSaidBeforeItBegan() {
    var later = new Pace(() -> now, () -> 0.95, () -> 7);
    now += SECOND;
    for (int i = 0; i < Pace.FIRST; i++) {
      later.done(1);
    }

    assertThat(later.level()).isEqualTo(Pace.FIRST);
  }

  @Test
  void doesNotJudgeByFewerItemsThanAreOnTheirWay() {
    now += 10 * SECOND;
    pace.done(1000 * MIB);

    assertThat(pace.level()).isEqualTo(Pace.FIRST);
  }
}
