package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Asks a service of the provider. */
@FunctionalInterface
interface Asking {

  /**
   * Asks.
   *
   * @param operation as in {@code DescribeServices}
   * @param parameters what it is asked with
   * @return the answer as it was sent, fields that no library knows included
   * @throws AnswerException where the service answers and does not say
   * @throws IOException where it does not answer
   */
  JsonNode ask(Api api, String operation, JsonNode parameters) throws IOException;
}
