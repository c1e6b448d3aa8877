package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Selection;
import eu.sortie.yaml.ScenarioFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleTests {

  @Test
  void theScenarioThatIsShownCanBeRead() {
    var scenario = ScenarioFile.read(Path.of("..", "k8s", "samples", "images-leave-ecr.yaml"));
    assertThat(scenario.selection()).isEqualTo(Selection.images("shop/web", "shop/api"));
  }
}
