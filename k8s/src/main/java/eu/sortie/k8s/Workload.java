package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a workload does, by what its cluster says of it.
 *
 * @param name its sort and name
 * @param wanted how many pods it wants
 * @param ready how many do their work in its newest version; of a job, how many came to their end
 * @param isSeen whether its controller has seen it as it is now
 * @param hasFailed whether it will not be ready any more
 */
record Workload(String name, int wanted, int ready, boolean isSeen, boolean hasFailed) {

  static Workload of(String plural, JsonNode resource) {
    var name = plural.substring(0, plural.length() - 1)
        + '/'
        + resource.path("metadata").path("name").asText();
    var spec = resource.path("spec");
    var status = resource.path("status");
    return switch (plural) {
      case "daemonsets" ->
        new Workload(
            name,
            status.path("desiredNumberScheduled").asInt(),
            Math.min(
                status.path("numberAvailable").asInt(),
                status.path("updatedNumberScheduled").asInt()),
            isSeen(resource),
            false);
      case "jobs" ->
        new Workload(
            name,
            spec.path("suspend").asBoolean() ? 0 : completions(spec),
            Conditions.hold(resource, "Complete")
                // By its own policy it may be complete before all of it succeeded.
                ? Math.max(completions(spec), status.path("succeeded").asInt())
                : status.path("succeeded").asInt(),
            true,
            Conditions.hold(resource, "Failed"));
      default ->
        new Workload(
            name,
            spec.path("replicas").asInt(1),
            Math.min(
                status.path("availableReplicas").asInt(),
                status.path("updatedReplicas").asInt()),
            isSeen(resource),
            false);
    };
  }

  private static int completions(JsonNode spec) {
    return spec.path("completions").asInt(1);
  }

  private static boolean isSeen(JsonNode resource) {
    return resource.path("status").path("observedGeneration").asLong()
        >= resource.path("metadata").path("generation").asLong();
  }

  boolean isReady() {
    return isSeen && !hasFailed && ready >= wanted;
  }

  boolean wantsNone() {
    return wanted == 0;
  }

  String state() {
    return hasFailed ? "it has failed" : "%d of %d are ready".formatted(ready, wanted);
  }
}
