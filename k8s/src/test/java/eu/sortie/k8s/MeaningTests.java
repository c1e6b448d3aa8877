package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeaningTests {

  @Nested
  class Quantities {

    private static final String CPU = "template.spec.containers[name=web].resources.limits.cpu";

    @Test
    void haveOneMeaningInEverySpelling() {
      assertThat(Meaning.of(CPU, json("'1000m'"))).isEqualTo("1");
      assertThat(Meaning.of(CPU, json("1"))).isEqualTo("1");
      assertThat(Meaning.of("hard[\"requests.storage\"]", json("'1Gi'"))).isEqualTo("1073741824");
      assertThat(Meaning.of(CPU, json("'1024Mi'")))
          .isEqualTo(Meaning.of(CPU, json("'1Gi'")))
          .isNotEqualTo(Meaning.of(CPU, json("'1G'")));
    }

    @Test
    void areWordsAnywhereElse() {
      assertThat(Meaning.of("args[0]", json("'1000m'"))).isEqualTo("1000m");
      assertThat(Meaning.of("myresources.limits.cpu", json("'1000m'"))).isEqualTo("1000m");
    }

    @Test
    void thatAreNoneStayAsTheyAre() {
      assertThat(Meaning.of(CPU, json("'plenty'"))).isEqualTo("plenty");
    }

    @Property
    void inThousandthsAreTheSame(@ForAll @IntRange(max = 1_000_000) int cores) {
      assertThat(Meaning.of(CPU, json("'" + cores + "000m'")))
          .isEqualTo(Meaning.of(CPU, json(String.valueOf(cores))));
    }
  }

  @Nested
  class NumbersAndTexts {

    @Test
    void areOneWhereEitherMayStand() {
      assertThat(Meaning.of("ports[port=80].targetPort", json("'8080'")))
          .isEqualTo(Meaning.of("ports[port=80].targetPort", json("8080")));
      assertThat(Meaning.of("strategy.rollingUpdate.maxSurge", json("'25%'"))).isEqualTo("25%");
    }

    @Test
    void areTwoAnywhereElse() {
      assertThat(Meaning.of("value", json("'80'"))).isNotEqualTo(Meaning.of("value", json("80")));
      assertThat(Meaning.of("value", json("'true'")))
          .isNotEqualTo(Meaning.of("value", json("true")));
      assertThat(Meaning.of("value", json("''"))).isEqualTo("\"\"");
      assertThat(Meaning.of("value", json("null"))).isEqualTo("null");
    }

    @Property
    void noTwoTextsAreOne(@ForAll String left, @ForAll String right) {
      assertThat(Meaning.text(new TextNode(left)).equals(Meaning.text(new TextNode(right))))
          .isEqualTo(left.equals(right));
    }

    @Property
    void noTextIsANumber(@ForAll long number, @ForAll @NotEmpty String text) {
      assertThat(Meaning.text(new TextNode(String.valueOf(number))))
          .isNotEqualTo(Meaning.text(json(String.valueOf(number))));
      assertThat(Meaning.text(new TextNode(text))).isNotEqualTo("{}").isNotEqualTo("[]");
    }
  }
}
