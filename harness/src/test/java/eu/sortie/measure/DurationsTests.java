package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

  @Nested
  class Reading {

    @ParameterizedTest
    @CsvSource({
      "250 ms, PT0.25S",
      "7 s, PT7S",
      "30 min, PT30M",
      "3 h, PT3H",
      "2 d, PT48H",
      "1 h 30 min, PT1H30M",
      "1d2h3min4s5ms, PT26H3M4.005S",
      "'  1   h  ', PT1H",
      "30 s 1 min, PT1M30S",
      "0 s, PT0S",
      "999999999 ms, PT277H46M39.999S",
    })
    void takesWholeNumbersWithUnits(String text, Duration duration) {
      assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "  ", "30", "30 min 5", "min", "1.5 h", "-1 h", "1 h, 5 min", "1234567890 s"
        })
    void refusesWhatIsNoDuration(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Durations.parse(text))
          .withMessage(
              "'%s' is not a duration: expected a whole number with a unit (ms, s, min, h, d), as in '30 min'",
              text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "hours", "w", "sec"})
    void namesTheUnitsThereAre(String unit) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Durations.parse("1 h 3 " + unit))
          .withMessage(
              "'%s' is not a unit of time: expected ms, s, min, h or d, as in '30 min'", unit);
    }
  }

  @Nested
  class Writing {

    @ParameterizedTest
    @CsvSource({
      "PT0S, 0 s",
      "PT0.001S, 1 ms",
      "PT59.999S, 59 s 999 ms",
      "PT1H30M, 1 h 30 min",
      "PT26H3M4.005S, 1 d 2 h 3 min 4 s 5 ms",
      "PT24H, 1 d",
    })
    void leavesNothingOutDownToTheMillisecond(Duration duration, String text) {
      assertThat(Durations.print(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
      "PT0S, 0 ms",
      "PT0.999S, 999 ms",
      "PT1S, 1.00 s",
      "PT3.219S, 3.21 s",
      "PT59.999S, 59.99 s",
      "PT1M, 1 min 00 s",
      "PT41M7S, 41 min 07 s",
      "PT59M59S, 59 min 59 s",
      "PT1H, 1 h 00 min",
      "PT2H5M, 2 h 05 min",
      "PT23H59M, 23 h 59 min",
      "PT24H, 1 d 00 h",
      "PT51H, 2 d 03 h",
    })
    void isBriefWithTheTwoLargestUnits(Duration duration, String text) {
      assertThat(Durations.brief(duration)).isEqualTo(text);
    }

    @Test
    void doesNotDependOnWhereItRuns() {
      var home = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(Durations.brief(Duration.ofMillis(3219))).isEqualTo("3.21 s");
        assertThat(Durations.brief(Duration.ofSeconds(67))).isEqualTo("1 min 07 s");
        assertThat(Durations.brief(Duration.ofMinutes(67))).isEqualTo("1 h 07 min");
        assertThat(Durations.brief(Duration.ofHours(27))).isEqualTo("1 d 03 h");
      } finally {
        Locale.setDefault(home);
      }
    }
  }
}
