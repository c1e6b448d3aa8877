package eu.sortie.k8s;

import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds out whether a namespace is there, and says in the user's words why nobody can know. */
final class Preflight {

  private Preflight() {}

  /**
   * Whether a namespace is there.
   *
   * @throws Misuse where the cluster does not answer, or does not say
   */
  static boolean isThere(String end, Asking asking, String namespace) {
    try {
      return asking.isThere("/api/v1/namespaces/" + namespace);
    } catch (IOException unknown) {
      throw unreadable(end, namespace, unknown);
    }
  }

  /**
   * Makes sure that a namespace can be created, creating none.
   *
   * @throws Misuse where it cannot
   */
  static void requireMayCreateNamespaces(String end, ClusterConnection connection) {
    var review = """
        {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
         "spec": {"resourceAttributes": {"verb": "create", "resource": "namespaces"}}}""";
    try {
      var answer = connection.send(
          "POST",
          "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
          "application/json",
          review.getBytes(StandardCharsets.UTF_8));
      if (!answer.path("status").path("allowed").asBoolean()) {
        throw new Misuse(
            "end '%s': nobody may create a namespace with these credentials; name one that is there under 'into', or let them create namespaces"
                .formatted(end));
      }
    } catch (IOException unanswered) {
      throw new Misuse(
          "end '%s': the cluster does not say whether a namespace may be created: %s"
              .formatted(end, unanswered.getMessage()),
          unanswered);
    }
  }

  static Misuse noNamespace(String end, String namespace) {
    return new Misuse(
        "end '%s': there is no namespace '%s'; check the name in the scenario's export"
            .formatted(end, namespace));
  }

  static Misuse unreadable(String end, String namespace, IOException because) {
    return new Misuse(
        "end '%s': namespace '%s' cannot be read: %s"
            .formatted(end, namespace, because.getMessage()),
        because);
  }
}
