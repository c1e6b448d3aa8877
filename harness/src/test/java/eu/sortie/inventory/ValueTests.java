package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValueTests {

  @Nested
  class Text {

    @Test
    void isComparedCharacterByCharacter() {
      assertThat(Value.text("a")).isEqualTo(Value.text("a")).isNotEqualTo(Value.text("A"));
    }

    @Test
    void isPrintedAsItIs() {
      assertThat(Value.text("text/plain")).hasToString("text/plain");
    }

    @Test
    void isSomethingEvenWhenItIsEmpty() {
      assertThat(Value.text("")).isNotEqualTo(Value.absent());
    }

    @Test
    void isNeverNull() {
      assertThatNullPointerException().isThrownBy(() -> Value.text(null)).withMessage("text");
    }
  }

  @Nested
  class Entries {

    @Test
    void haveNoOrder() {
      var oneWay = new LinkedHashMap<String, String>();
      oneWay.put("a", "1");
      oneWay.put("b", "2");
      var otherWay = new LinkedHashMap<String, String>();
      otherWay.put("b", "2");
      otherWay.put("a", "1");

      assertThat(Value.entries(oneWay)).isEqualTo(Value.entries(otherWay));
    }

    @Test
    void noneAtAllIsAbsent() {
      assertThat(Value.entries(Map.of())).isEqualTo(Value.absent());
    }

    @Test
    void noneAtAllCannotBeMadePastTheDoor() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Value.Entries(new TreeMap<>()))
          .withMessageContaining("Value.absent()");
    }

    @Test
    void doNotChangeWithTheMapTheyCameFrom() {
      var map = new HashMap<>(Map.of("a", "1"));
      var entries = Value.entries(map);
      map.put("b", "2");

      assertThat(entries).isEqualTo(Value.entries(Map.of("a", "1")));
    }

    @Test
    void cannotBeChanged() {
      var entries = (Value.Entries) Value.entries(Map.of("a", "1"));

      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> entries.entries().put("b", "2"));
    }

    @Test
    void arePrintedByName() {
      assertThat(Value.entries(Map.of("b", "2", "a", "1"))).hasToString("{a=1, b=2}");
    }
  }

  @Nested
  class Nothing {

    @Test
    void absentIsPrintedAsNothing() {
      assertThat(Value.absent()).hasToString("");
    }

    @Test
    void unknownSaysWhy() {
      assertThat(Value.unknown("denied")).hasToString("unknown: denied");
    }

    @Test
    void unknownNeedsAReason() {
      assertThatNullPointerException().isThrownBy(() -> Value.unknown(null)).withMessage("because");
    }

    @Test
    void unknownIsNotAbsent() {
      assertThat(Value.unknown("")).isNotEqualTo(Value.absent());
    }
  }
}
