package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known of pods that do not do their work: their states, the warnings about them, and their last words. */
record Trouble(Asking connection, Logs logs, String namespace) {

  /** Where the words of a container are. */
  interface Logs {
    String text(String path) throws IOException;
  }

  Trouble(ClusterConnection connection, String namespace) {
    this(connection, connection::text, namespace);
  }

  private static final int MOST = 8;
  private static final int LAST_LINES = 3;

  /** Whose warnings say why a pod does not run. */
  private static final Set<String> RUNS = Set.of(
      "Pod",
      "ReplicaSet",
      "Deployment",
      "StatefulSet",
      "DaemonSet",
      "Job",
      "PersistentVolumeClaim");

  /** A line each, the same said once. */
  List<String> lines() throws IOException {
    var lines = new LinkedHashSet<String>();
    var done = new HashSet<String>();
    for (var pod : get("pods")) {
      if (isDone(pod)) {
        done.add(pod.path("metadata").path("name").asText());
      } else {
        states(pod, lines);
      }
    }
    for (var event : get("events")) {
      var about = event.path("involvedObject");
      if (event.path("type").asText().equals("Warning")
          && RUNS.contains(about.path("kind").asText())
          && !done.contains(about.path("name").asText())) {
        lines.add("%s %s: %s: %s"
            .formatted(
                about.path("kind").asText(),
                about.path("name").asText(),
                event.path("reason").asText(),
                event.path("message").asText()));
      }
    }
    return lines.stream().limit(MOST).toList();
  }

  private JsonNode get(String plural) throws IOException {
    return connection
        .get("/api/v1/namespaces/%s/%s?limit=500".formatted(namespace, plural))
        .path("items");
  }

  private static boolean isDone(JsonNode pod) {
    if (pod.path("status").path("phase").asText().equals("Succeeded")) {
      return true;
    }
    return Conditions.hold(pod, "Ready");
  }

  private void states(JsonNode pod, LinkedHashSet<String> lines) {
    var name = pod.path("metadata").path("name").asText();
    var scheduled = Conditions.of(pod, "PodScheduled");
    if (scheduled.path("status").asText().equals("False")) {
      lines.add(
          "pod/%s: not scheduled: %s".formatted(name, scheduled.path("message").asText()));
    }
    var containers = new ArrayList<JsonNode>();
    pod.path("status").path("initContainerStatuses").forEach(containers::add);
    pod.path("status").path("containerStatuses").forEach(containers::add);
    for (var container : containers) {
      if (!container.path("ready").asBoolean()) {
        state(name, container, lines);
      }
    }
  }

  private void state(String pod, JsonNode container, LinkedHashSet<String> lines) {
    var name = container.path("name").asText();
    container
        .path("state")
        .properties()
        .forEach(state -> lines.add("pod/%s, container %s: %s%s, %d restarts"
            .formatted(
                pod,
                name,
                state.getKey(),
                because(state.getValue()),
                container.path("restartCount").asInt())));
    try {
      logs.text("/api/v1/namespaces/%s/pods/%s/log?container=%s&tailLines=%d"
              .formatted(namespace, pod, name, LAST_LINES))
          .lines()
          .forEach(line -> lines.add("pod/%s, container %s says: %s".formatted(pod, name, line)));
    } catch (IOException silent) {
      // One that never started has nothing to say.
    }
  }

  private static String because(JsonNode state) {
    var words = new StringBuilder();
    for (var field : new String[] {"reason", "message"}) {
      if (state.hasNonNull(field)) {
        words.append(words.isEmpty() ? ": " : ", ").append(state.path(field).asText());
      }
    }
    return words.toString();
  }
}
