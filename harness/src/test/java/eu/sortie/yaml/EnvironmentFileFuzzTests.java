package eu.sortie.yaml;

import static eu.sortie.yaml.EnvironmentSamples.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Misuse;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvironmentFileFuzzTests {

  private static final String IN_CLEAR =
      EnvironmentSamples.OVH.replace("env:SRC_KEY", SECRET).replace("env:SRC_SECRET", SECRET);

  @Property(tries = 3000)
  void aSecretInClearIsNeverRepeatedWhateverElseIsWrong(@ForAll("slips") String text) {
    try {
      var environment = EnvironmentFile.read(
          new Page("some.yaml", text), Path.of(""), Map.of("SRC_KEY", "AKIA")::get);
      assertThat(EnvironmentFile.write(environment)).doesNotContain(SECRET);
    } catch (Misuse refused) {
      assertThat(refused)
          .hasMessageMatching("some\\.yaml:\\d+: .+")
          .hasMessageNotContaining(SECRET)
          .hasNoCause();
    }
  }

  @Provide
  Arbitrary<String> slips() {
    var start = Arbitraries.integers().between(0, IN_CLEAR.length());
    var length = Arbitraries.integers().between(0, 14);
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
            "*",
            "&",
            "!",
            "%",
            "[",
            "}",
            "\t",
            "  ",
            "1",
            "~",
            "|",
            "? ",
            "env:SRC_KEY",
            "{",
            "secret-key:"));
    return Combinators.combine(start, length, instead).as(EnvironmentFileFuzzTests::slip);
  }

  private static String slip(int start, int length, String instead) {
    var end = Math.min(IN_CLEAR.length(), start + length);
    return IN_CLEAR.substring(0, start) + instead + IN_CLEAR.substring(end);
  }
}
