package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTests {

  private static final String ENDS = """
      environment: one end
      ends:
        aws:
          s3: {region: eu-west-3, access-key: "env:KEY", secret-key: "env:SECRET"}
      """;
  private static final Map<String, String> VARIABLES = Map.of("KEY", "k", "SECRET", "hush");

  @TempDir
  Path folder;

  private Path file(String name, String text) {
    return RealEnds.write(folder.resolve(name), text);
  }

  @Test
  void readsScenariosAndEnvironments() {
    var said = Said.with(VARIABLES, "check", file("a.yaml", Samples.TINY), file("ends.yaml", ENDS));

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .contains("a.yaml: scenario 'Tiny leaves S3' with 2 gates reads well")
        .contains("ends.yaml: environment 'one end' with 1 end reads well")
        .doesNotContain("hush");
  }

  @Test
  void saysWhatIsWrongWithEachFile() {
    var unknown = file("unknown.yaml", Samples.TINY.replace("expect:", "expct:"));
    var unit = file("unit.yaml", Samples.TINY.replace("10 min", "10"));
    var good = file("good.yaml", Samples.TINY);

    var said = Said.by("check", unknown, good, unit, folder.resolve("absent.yaml"));

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.out().lines()).singleElement().asString().contains("good.yaml");
    assertThat(said.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("unknown.yaml:6") && line.contains("expect"))
        .anyMatch(line -> line.contains("unit.yaml:8") && line.contains("min"))
        .anyMatch(line -> line.contains("absent.yaml"));
  }

  @Test
  void asksTheAdapterAboutTheSettings() {
    var said = Said.with(VARIABLES, "check", file("ends.yaml", ENDS.replace("region:", "regoin:")));

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.complaint()).contains("ends.yaml:4", "regoin", "region");
  }
}
