package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Misuse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScenarioFileFuzzTests {

  @Property(tries = 2000)
  void anyTextIsAScenarioOrMisuse(@ForAll String text) {
    readOrRefuse(text);
  }

  @Property(tries = 3000)
  void anythingMadeOfYamlIsAScenarioOrMisuse(@ForAll("punctuation") String text) {
    readOrRefuse(text);
  }

  @Property(tries = 3000)
  void aScenarioWithASlipOfThePenIsAScenarioOrMisuse(@ForAll("slips") String text) {
    readOrRefuse(text);
  }

  @Provide
  Arbitrary<String> punctuation() {
    var pieces = Arbitraries.of(
        "- ",
        "? ",
        ": ",
        ":",
        "a",
        "b: ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!t ",
        "!!",
        "!<",
        "|",
        ">",
        "|2",
        "'",
        "\"",
        "%",
        "@",
        "`",
        "\\",
        "\\x",
        "\\U0011FFFF",
        "\\uD800",
        "\n",
        "\n  ",
        "\r",
        "\t",
        "#",
        "---",
        "...",
        "%YAML 1.2\n",
        "%TAG ! x\n",
        "<<: ",
        "~",
        "0x",
        "1",
        "=",
        "\uFEFF",
        "\u0085",
        "\u2028",
        "${X}",
        "scenario: ",
        "from: ",
        "export: ",
        "expect: ",
        "time to exit: ",
        "at most 1 ",
        "d",
        "EUR",
        "every item keeps: ");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> slips() {
    var start = Arbitraries.integers().between(0, ScenarioSamples.PHOTOS.length());
    var length = Arbitraries.integers().between(0, 12);
    var instead = Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(4),
        Arbitraries.of(
            "",
            ":",
            "\n",
            "\"",
            "'",
            "- ",
            "&a ",
            "*a",
            "!x ",
            "[",
            "}",
            "\t",
            "  ",
            "1",
            "~",
            "at most 99999999999 d"));
    return Combinators.combine(start, length, instead).as(ScenarioFileFuzzTests::slip);
  }

  private static String slip(int start, int length, String instead) {
    var whole = ScenarioSamples.PHOTOS;
    var end = Math.min(whole.length(), start + length);
    return whole.substring(0, start) + instead + whole.substring(end);
  }

  private static void readOrRefuse(String text) {
    try {
      ScenarioFile.read(text, "some.yaml").requireComplete();
    } catch (Misuse refused) {
      assertThat(refused).hasMessageMatching("some\\.yaml:\\d+: .+");
    }
  }
}
