package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Breach;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitFileTests {

  private static Element suite(Outcome outcome) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(JUnitFile.write(outcome))))
        .getDocumentElement();
  }

  private static Element first(Element suite, String tag) {
    return (Element) suite.getElementsByTagName(tag).item(0);
  }

  @Property(tries = 200)
  void isWellFormedWhateverTheNames(@ForAll Random random) throws Exception {
    assertThat(suite(new RandomOutcome(random).next()).getTagName()).isEqualTo("testsuite");
  }

  @Nested
  class Gates {

    @Test
    void areACaseEach() throws Exception {
      var suite = suite(Outcomes.failed());

      assertThat(suite.getAttribute("tests")).isEqualTo("3");
      assertThat(suite.getAttribute("failures")).isEqualTo("2");
      assertThat(suite.getAttribute("errors")).isEqualTo("0");
      assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    }

    @Test
    void thatAreBreachedFailWithWhatWasSeen() throws Exception {
      var failure = first(suite(Outcomes.failed()), "failure");

      assertThat(failure.getAttribute("message"))
          .isEqualTo("user-metadata altered on 14 of 12 480 items; 3 of 12 480 items are missing");
      assertThat(failure.getTextContent())
          .contains("2026/0412.jpg", "<script>", "[U+202E]")
          .doesNotContain("\u202E");
    }

    @Test
    void thatAreInconclusiveAreErrors() throws Exception {
      var suite = suite(Outcomes.inconclusive());

      assertThat(suite.getAttribute("errors")).isEqualTo("1");
      assertThat(first(suite, "error").getAttribute("message")).contains("interrupted");
    }
  }

  @Nested
  class Verdicts {

    @Test
    void thatNoGateShowsStillTurnCiRed() throws Exception {
      var unknown = Outcomes.withVerdict(
          Outcomes.passed(), new Verdict.Inconclusive("interrupted"), List.of());
      var failed = Outcomes.withVerdict(
          Outcomes.passed(),
          new Verdict.Failed(List.of(new Breach("the cut", "called"))),
          List.of());

      assertThat(suite(unknown).getAttribute("errors")).isEqualTo("1");
      assertThat(suite(failed).getAttribute("failures")).isEqualTo("1");
    }

    @Test
    void standInTheProperties() throws Exception {
      var properties =
          first(suite(Outcomes.passed()), "properties").getElementsByTagName("property");
      var verdict = (Element) properties.item(1);
      var source = (Element) properties.item(3);

      assertThat(verdict.getAttribute("value")).isEqualTo("passed");
      assertThat(source.getAttribute("value")).startsWith("aws, emulated");
    }
  }

  @Test
  void controlCharactersAreWrittenByTheirNumber() throws Exception {
    var outcome = Outcomes.withVerdict(
        Outcomes.passed(),
        new Verdict.Passed(),
        List.of(
            new GateResult("bell \u0007", GateResult.Result.BREACHED, "", "\u0000", List.of())));

    assertThat(first(suite(outcome), "testcase").getAttribute("name")).isEqualTo("bell [U+0007]");
  }
}
