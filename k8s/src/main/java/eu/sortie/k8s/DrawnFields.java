package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The fields of a document as a cluster would write down that somebody applied them.
 *
 * <p>Which lists a cluster merges by keys stands in its API; here are those that a pod, a service and a claim have.
 */
final class DrawnFields {

  private static final List<String> BY_NAME = List.of("name");

  private static final Map<String, List<String>> KEYS = Map.of(
      "containers", BY_NAME,
      "initContainers", BY_NAME,
      "volumes", BY_NAME,
      "env", BY_NAME,
      "imagePullSecrets", BY_NAME,
      "volumeMounts", List.of("mountPath"),
      "hostAliases", List.of("ip"));

  private DrawnFields() {}

  static ObjectNode of(JsonNode document) {
    var fields = JsonNodeFactory.instance.objectNode();
    document.properties().forEach(entry -> {
      if (!entry.getKey().equals("apiVersion") && !entry.getKey().equals("kind")) {
        fields.set("f:" + entry.getKey(), of(entry.getKey(), entry.getValue()));
      }
    });
    return fields;
  }

  private static ObjectNode of(String field, JsonNode value) {
    var fields = JsonNodeFactory.instance.objectNode();
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> fields.set("f:" + entry.getKey(), of(entry.getKey(), entry.getValue())));
    } else if (value.isArray()) {
      for (var element : value) {
        var keys = keys(field, element);
        if (!keys.isEmpty()) {
          fields.set("k:" + keys, of("", element));
        }
      }
    }
    return fields;
  }

  private static ObjectNode keys(String field, JsonNode element) {
    var keys = JsonNodeFactory.instance.objectNode();
    for (var name : keysOf(field, element)) {
      keys.set(name, element.path(name));
    }
    return keys;
  }

  private static List<String> keysOf(String field, JsonNode element) {
    if (field.equals("ports")) {
      return List.of(element.has("containerPort") ? "containerPort" : "port", "protocol");
    }
    return KEYS.getOrDefault(field, List.of());
  }
}
