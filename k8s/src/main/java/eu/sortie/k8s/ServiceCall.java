package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.measure.Durations;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a service for something, through a port that is forwarded to one of its pods: no ingress is needed, and no load balancer. */
final class ServiceCall {

  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int MOST_BODY = 16 << 20;

  /** One for all questions, since each has a thread of its own. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ClusterConnection connection;
  private final String namespace;

  ServiceCall(ClusterConnection connection, String namespace) {
    this.connection = connection;
    this.namespace = namespace;
  }

  /**
   * Asks once.
   *
   * @param called the name of the service, with the port behind a colon where it has more than one
   * @param path what it is asked for
   */
  Reply ask(String called, String path) throws IOException {
    var colon = called.indexOf(':');
    var name = colon < 0 ? called : called.substring(0, colon);
    var port = colon < 0 ? "" : called.substring(colon + 1);
    JsonNode service;
    try {
      service = connection.get("/api/v1/namespaces/" + namespace + "/services/" + name);
    } catch (AnswerException answer) {
      return new Reply.None(
          answer.status() == 404
              ? Sign.dead("there is no service " + name, List.of(answer.words()))
              : Sign.unknown("service %s cannot be read: %s".formatted(name, answer.words())));
    }
    var pod = readyPod(service.path("spec").path("selector"));
    if (pod.isEmpty()) {
      return new Reply.None(Sign.dead(
          "no pod of service %s is ready".formatted(name),
          new Trouble(connection, namespace).lines()));
    }
    var target = target(service, port, pod.get());
    return target.isEmpty()
        ? new Reply.None(Sign.dead(
            "service %s has no port%s that one of its pods has"
                .formatted(name, port.isEmpty() ? "" : " '" + port + "'"),
            List.of()))
        : ask(path, pod.get(), target.get());
  }

  private Optional<JsonNode> readyPod(JsonNode selector) throws IOException {
    var labels = selector.properties().stream()
        .map(label -> label.getKey() + "%3D" + label.getValue().asText())
        .collect(Collectors.joining("%2C"));
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    var pods = connection
        .get("/api/v1/namespaces/%s/pods?limit=100&labelSelector=%s".formatted(namespace, labels))
        .path("items");
    for (var pod : pods) {
      if (Conditions.hold(pod, "Ready")) {
        return Optional.of(pod);
      }
    }
    return Optional.empty();
  }

  /** The port of the pod behind the port of the service, which may be called by its number or its name. */
  static Optional<Integer> target(JsonNode service, String wanted, JsonNode pod) {
    for (var port : service.path("spec").path("ports")) {
      if (wanted.isEmpty()
          || wanted.equals(port.path("name").asText())
          || wanted.equals(port.path("port").asText())) {
        var target = port.path("targetPort");
        return target.isTextual()
            ? named(pod, target.asText())
            : Optional.of(target.asInt(port.path("port").asInt()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> named(JsonNode pod, String name) {
    var containers = new ArrayList<JsonNode>();
    pod.path("spec").path("containers").forEach(containers::add);
    // One that stays is a sidecar; any other is over before the pod is ready.
    pod.path("spec").path("initContainers").forEach(one -> {
      if (one.path("restartPolicy").asText().equals("Always")) {
        containers.add(one);
      }
    });
    for (var container : containers) {
      for (var port : container.path("ports")) {
        if (port.path("name").asText().equals(name)) {
          return Optional.of(port.path("containerPort").asInt());
        }
      }
    }
    return Optional.empty();
  }

  private Reply ask(String path, JsonNode pod, int port) throws IOException {
    var name = pod.path("metadata").path("name").asText();
    // All that goes through it is a GET, so a source may be asked as well.
    connection.line().cross("portforward", true);
    long began = System.nanoTime();
    try (var forward = connection
        .client()
        .pods()
        .inNamespace(namespace)
        .withName(name)
        .portForward(port, InetAddress.getLoopbackAddress(), 0)) {
      var request = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + forward.getLocalPort() + path))
          .timeout(ANSWER)
          .build();
      var answer = HTTP.send(request, BodyHandlers.ofInputStream());
      try (var stream = answer.body()) {
        var body = Deadline.read(stream, MOST_BODY, ANSWER);
        var took = Durations.brief(Duration.ofNanos(System.nanoTime() - began));
        return body.length < MOST_BODY
            ? Reply.Answer.of(
                answer.statusCode(), answer.headers(), body, "pod " + name + " in " + took)
            : new Reply.None(
                Sign.unknown("pod %s answers with %d MiB or more, and that much is not looked at"
                    .formatted(name, MOST_BODY >> 20)));
      }
    } catch (IOException | RuntimeException failed) {
      return new Reply.None(Sign.dead(
          "pod %s did not answer: %s".formatted(name, failed.getMessage()),
          new Trouble(connection, namespace).lines()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + name + " was asked", interrupted);
    }
  }
}
