package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a cluster says of a resource in its status, condition by condition. */
final class Conditions {

  private Conditions() {}

  /** A condition of a resource; a missing node where nothing is said of it. */
  static JsonNode of(JsonNode resource, String type) {
    for (var one : resource.path("status").path("conditions")) {
      if (one.path("type").asText().equals(type)) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  /** Whether a condition is said to hold. */
  static boolean hold(JsonNode resource, String type) {
    return isTrue(of(resource, type));
  }

  /** Whether this condition holds. */
  static boolean isTrue(JsonNode condition) {
    return condition.path("status").asText().equals("True");
  }
}
