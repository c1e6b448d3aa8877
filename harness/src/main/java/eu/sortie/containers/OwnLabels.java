package eu.sortie.containers;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * The labels of a container that Testcontainers must not remove by itself when the JVM ends: on Ctrl-C the drill is still clearing
 * then. Without the label of its session it does not know the container for its own.
 */
final class OwnLabels extends HashMap<String, String> {

  private static final long serialVersionUID = 1;

  @Override
  public @Nullable String put(String label, String value) {
    return label.equals(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL)
        ? null
        : super.put(label, value);
  }

  @Override
  public void putAll(Map<? extends String, ? extends String> labels) {
    labels.forEach(this::put);
  }
}
