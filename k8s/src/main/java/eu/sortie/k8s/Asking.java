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
}
