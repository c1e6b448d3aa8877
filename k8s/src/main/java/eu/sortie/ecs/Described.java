package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the provider says of a cluster, as it said it.
 *
 * @param services with the definition of the task each runs
 * @param schedules what starts tasks at times, or on events
 * @param targetGroups by their ARN
 * @param registries services of Cloud Map, by their ARN
 * @param plainParameters the parameters of SSM that are no secrets, by name
 */
record Described(
    List<OneService> services,
    List<OneSchedule> schedules,
    Map<String, JsonNode> targetGroups,
    Map<String, JsonNode> registries,
    Set<String> plainParameters) {

  Described {
    services = List.copyOf(services);
    schedules = List.copyOf(schedules);
    targetGroups = Map.copyOf(targetGroups);
    registries = Map.copyOf(registries);
    plainParameters = Set.copyOf(plainParameters);
  }

  /**
   * A service.
   *
   * @param service what ECS says of it
   * @param task the answer that describes its task definition
   * @param scalable what may be scaled of it
   * @param policies by which it is scaled
   * @param timed at which times it is scaled
   */
  record OneService(
      JsonNode service,
      JsonNode task,
      List<JsonNode> scalable,
      List<JsonNode> policies,
      List<JsonNode> timed) {

    OneService {
      scalable = List.copyOf(scalable);
      policies = List.copyOf(policies);
      timed = List.copyOf(timed);
    }
  }

  /**
   * A target of a rule that starts tasks.
   *
   * @param rule when
   * @param target what
   * @param task the answer that describes its task definition
   */
  record OneSchedule(JsonNode rule, JsonNode target, JsonNode task) {}
}
