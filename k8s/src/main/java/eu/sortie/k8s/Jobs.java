package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.Gate;
import eu.sortie.spi.Destination.Rest;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Waits for a job to come to its end; of a cron job it makes one, as {@code kubectl create job --from} does. */
final class Jobs {

  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** A name of a job is a label of its pods. */
  private static final int LONGEST_NAME = 63;

  private final ClusterConnection connection;
  private final String namespace;
  private final String drillId;

  Jobs(ClusterConnection connection, String namespace, String drillId) {
    this.connection = connection;
    this.namespace = namespace;
    this.drillId = drillId;
  }

  Sign await(Gate.JobCompletes gate, Rest rest) throws IOException {
    long began = System.nanoTime();
    String name;
    try {
      name = gate.scheduled() ? start(gate.name()) : gate.name();
    } catch (AnswerException refused) {
      return refused.status() == 404
          ? Sign.dead("there is no cron job " + gate.name(), List.of(refused.words()))
          : Sign.unknown(
              "no job could be made of cron job %s: %s".formatted(gate.name(), refused.words()));
    }
    while (true) {
      JsonNode job;
      try {
        job = connection.get(path("jobs") + '/' + name);
      } catch (AnswerException refused) {
        return refused.status() == 404
            ? Sign.dead("there is no job " + name, List.of(refused.words()))
            : Sign.unknown("job %s cannot be read: %s".formatted(name, refused.words()));
      }
      var waited = Duration.ofNanos(System.nanoTime() - began);
      if (Conditions.hold(job, "Complete")) {
        return Sign.alive("job %s was complete after %s".formatted(name, Durations.brief(waited)));
      }
      if (Conditions.hold(job, "Failed")) {
        return Sign.dead(
            "job %s has failed: %s"
                .formatted(name, Conditions.of(job, "Failed").path("message").asText()),
            new Trouble(connection, namespace).lines());
      }
      if (waited.compareTo(gate.within()) >= 0) {
        return Sign.dead(
            "job %s was not complete after %s: %s"
                .formatted(
                    name, Durations.brief(waited), Workload.of("jobs", job).state()),
            new Trouble(connection, namespace).lines());
      }
      rest.rest(BETWEEN);
    }
  }

  /** Makes a job of a cron job's template, owned by it, so that it is no resource of its own and goes with it. */
  private String start(String cronJob) throws IOException {
    var template = connection.get(path("cronjobs") + '/' + cronJob);
    var job = job(template, drillId);
    connection.send(
        "POST", path("jobs"), "application/json", job.toString().getBytes(StandardCharsets.UTF_8));
    return job.path("metadata").path("name").asText();
  }

  static ObjectNode job(JsonNode cronJob, String drillId) {
    var nodes = JsonNodeFactory.instance;
    var of = cronJob.path("metadata").path("name").asText();
    var suffix = "-drill-" + drillId;
    var name = of.substring(0, Math.min(of.length(), LONGEST_NAME - suffix.length())) + suffix;
    var template = cronJob.path("spec").path("jobTemplate");
    var job = nodes.objectNode().put("apiVersion", "batch/v1").put("kind", "Job");
    var metadata = job.putObject("metadata").put("name", name);
    if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
      metadata.set("labels", labels.deepCopy());
    }
    var annotations = template.path("metadata").path("annotations") instanceof ObjectNode some
        ? some.deepCopy()
        : nodes.objectNode();
    metadata.set("annotations", annotations.put("cronjob.kubernetes.io/instantiate", "manual"));
    metadata
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "batch/v1")
        .put("kind", "CronJob")
        .put("name", of)
        .put("uid", cronJob.path("metadata").path("uid").asText())
        .put("controller", true);
    job.set("spec", template.path("spec").deepCopy());
    return job;
  }

  private String path(String plural) {
    return "/apis/batch/v1/namespaces/%s/%s".formatted(namespace, plural);
  }
}
