package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Asks an API server for a document. */
@FunctionalInterface
interface Asking {

  /**
   * Gets what stands under a path, as it was sent.
   *
   * @throws AnswerException where the server answers and does not give it
   * @throws IOException where it does not answer
   */
  JsonNode get(String path) throws IOException;

  /** Whether anything stands under a path. */
  default boolean isThere(String path) throws IOException {
    try {
      get(path);
      return true;
    } catch (AnswerException answer) {
      if (answer.status() == AnswerException.NOT_FOUND) {
        return false;
      }
      throw answer;
    }
  }
}
