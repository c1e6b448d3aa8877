package eu.sortie.scenario;

import static eu.sortie.scenario.Gate.costToExit;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.measure.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GateTests {

  @Nested
  class EveryItemKeeps {

    @Test
    void saysTheTraitsInTheOrderGiven() {
      assertThat(everyItem().keeps(TAGS, CONTENT).words())
          .isEqualTo("every item keeps tags, content");
    }

    @Test
    void isOneValueHoweverItIsWritten() {
      assertThat(everyItem().keeps(TAGS, CONTENT))
          .isEqualTo(new Gate.Keeps(List.of(TAGS, CONTENT)));
    }

    @Test
    void needsATrait() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> everyItem().keeps())
          .withMessage("every item keeps: no trait is named, expected at least one");
    }

    @Test
    void doesNotChangeWithTheListItCameFrom() {
      var traits = new ArrayList<>(List.of(TAGS));
      var gate = new Gate.Keeps(traits);
      traits.clear();

      assertThat(gate.traits()).containsExactly(TAGS);
    }
  }

  @Nested
  class Bars {

    @Test
    void timeToExitSaysItsBar() {
      var gate = timeToExit().atMost(Duration.ofMinutes(90));

      assertThat(gate).isEqualTo(new Gate.TimeToExit(Duration.ofMinutes(90)));
      assertThat(gate.words()).isEqualTo("time to exit at most 1 h 30 min");
    }

    @Test
    void costToExitSaysItsBar() {
      var gate = costToExit().atMost(Money.euros("5"));

      assertThat(gate).isEqualTo(new Gate.CostToExit(Money.euros("5.00")));
      assertThat(gate.words()).isEqualTo("cost to exit at most 5.00 EUR");
    }
  }
}
