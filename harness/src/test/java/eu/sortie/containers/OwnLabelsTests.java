package eu.sortie.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class OwnLabelsTests {

  @Test
  void takeEveryLabelButThatOfTestcontainersSession() {
    var labels = new OwnLabels();

    labels.put("one", "1");
    labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, "theirs");
    labels.putAll(
        Map.of("two", "2", DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, "theirs"));

    assertThat(labels).isEqualTo(Map.of("one", "1", "two", "2"));
  }
}
