package eu.sortie.k8s;

import eu.sortie.scenario.Misuse;
import java.io.IOException;

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
      asking.get("/api/v1/namespaces/" + namespace);
      return true;
    } catch (AnswerException answer) {
      if (answer.status() == 404) {
        return false;
      }
      throw unreadable(end, namespace, answer);
    } catch (IOException silent) {
      throw unreadable(end, namespace, silent);
    }
  }

  static Misuse noNamespace(String end, String namespace) {
    return new Misuse(
        "end '%s': there is no namespace '%s'; check the name in the scenario's export"
            .formatted(end, namespace));
  }

  private static Misuse unreadable(String end, String namespace, IOException because) {
    return new Misuse(
        "end '%s': namespace '%s' cannot be read: %s"
            .formatted(end, namespace, because.getMessage()),
        because);
  }
}
