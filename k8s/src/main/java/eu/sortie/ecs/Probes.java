package eu.sortie.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Probes, from what ECS and load balancers check. */
final class Probes {

  /** What ECS does where a check does not say. */
  private static final long INTERVAL = 30;

  private static final long TIMEOUT = 5;
  private static final long RETRIES = 3;

  private static final String SPOKEN =
      "What is spoken to the pods is for whoever stands in front of the service to know.";
  private static final String SUCCEEDS = "200-399";

  private Probes() {}

  /** The check of a container: whether it lives, and where others wait for that, whether it has started. */
  static void ofContainer(Facts definition, Place container, boolean awaited) {
    if (!definition.has("healthCheck")) {
      return;
    }
    var check = definition.in("healthCheck");
    var words = check.texts("command");
    var command = command(words);
    if (command.isEmpty()) {
      container
          .draft()
          .lost(
              check.label("command"),
              String.join(" ", words),
              "It is no command that could be run.");
      return;
    }
    var times = new Times(check);
    var live = container.in("livenessProbe");
    live.in("exec").set("command", command.get(), Rule.HEALTH_CHECK, String.join(" ", words));
    times.write(live);
    if (awaited) {
      var start = container.in("startupProbe");
      start.in("exec").set("command", command.get(), Rule.HEALTH_CHECK, String.join(" ", words));
      times.write(start);
    }
  }

  private record Times(long interval, long timeout, long retries, long start) {

    Times(Facts check) {
      this(
          check.number("interval").orElse(INTERVAL),
          check.number("timeout").orElse(TIMEOUT),
          check.number("retries").orElse(RETRIES),
          check.number("startPeriod").orElse(0L));
    }

    void write(Place probe) {
      probe.set("periodSeconds", interval);
      probe.set("timeoutSeconds", timeout);
      probe.set("failureThreshold", retries);
      if (start > 0) {
        probe.set(
            "initialDelaySeconds", start, Rule.HEALTH_CHECK, "startPeriod: %d".formatted(start));
      }
    }
  }

  private static Optional<List<String>> command(List<String> words) {
    if (words.size() > 1 && words.get(0).equals("CMD-SHELL")) {
      return Optional.of(
          List.of("/bin/sh", "-c", String.join(" ", words.subList(1, words.size()))));
    }
    if (words.size() > 1 && words.get(0).equals("CMD")) {
      return Optional.of(new ArrayList<>(words.subList(1, words.size())));
    }
    return Optional.empty();
  }

  /** The check of a target group, at the container it sends to. */
  static void ofTargetGroup(
      Facts group, Place container, long containerPort, Supplier<Optional<Long>> graceSeconds) {
    spoken(group, container);
    if (group.text("HealthCheckEnabled").filter("false"::equals).isPresent()) {
      return;
    }
    var protocol = group.text("HealthCheckProtocol").orElse("HTTP");
    var path = group.text("HealthCheckPath");
    var words = "health check of target group %s: %s%s"
        .formatted(
            group.text("TargetGroupName").orElse(""),
            protocol,
            path.map(one -> ' ' + one).orElse(""));
    if (container.has("readinessProbe")) {
      container
          .draft()
          .lost(
              group.label("HealthCheckPath"),
              words,
              "A container has one readiness probe, and another target group has given it.");
      return;
    }
    long port = group
        .text("HealthCheckPort")
        .filter(text -> text.matches("[0-9]+"))
        .map(Long::parseLong)
        .orElse(containerPort);
    var probe = container.in("readinessProbe");
    if (protocol.startsWith("HTTP")) {
      var http = probe.in("httpGet");
      http.set("path", path.orElse("/"), Rule.TARGET_GROUP, words).set("port", port);
      if (protocol.equals("HTTPS")) {
        http.set("scheme", protocol);
      }
      codes(group, container);
    } else {
      probe.in("tcpSocket").set("port", port, Rule.TARGET_GROUP, words);
    }
    group.number("HealthCheckIntervalSeconds").ifPresent(one -> probe.set("periodSeconds", one));
    group.number("HealthCheckTimeoutSeconds").ifPresent(one -> probe.set("timeoutSeconds", one));
    group.number("HealthyThresholdCount").ifPresent(one -> probe.set("successThreshold", one));
    group
        .number("UnhealthyThresholdCount")
        .ifPresent(one -> graceSeconds
            .get()
            .ifPresentOrElse(
                grace -> probe.set(
                    "failureThreshold",
                    one,
                    Rule.TARGET_GROUP,
                    "UnhealthyThresholdCount: %d, not counted for the first %d s"
                        .formatted(one, grace)),
                () -> probe.set("failureThreshold", one)));
  }

  /** Whoever stands in front of the service has to be told where it is not plain HTTP or TCP. */
  private static void spoken(Facts group, Place container) {
    group
        .text("Protocol")
        .filter(one -> !one.equals("HTTP") && !one.equals("TCP"))
        .ifPresent(one -> container.draft().lost(group.label("Protocol"), one, SPOKEN));
    group
        .text("ProtocolVersion")
        .filter(one -> !one.equals("HTTP1"))
        .ifPresent(one -> container.draft().lost(group.label("ProtocolVersion"), one, SPOKEN));
  }

  private static void codes(Facts group, Place container) {
    var matcher = group.in("Matcher");
    var codes = matcher.text("HttpCode").or(() -> matcher.text("GrpcCode"));
    codes
        .filter(one -> !one.equals(SUCCEEDS))
        .ifPresent(
            one -> container
                .draft()
                .lost(
                    matcher.label("HttpCode"),
                    one,
                    "A probe succeeds on any status from 200 to 399, so an answer of another kind counts as healthy now."));
  }

  /** A container by its name, in either list of a pod. */
  static Optional<Place> container(Place pod, String name) {
    for (var list : new String[] {"containers", "initContainers"}) {
      for (int i = 0; i < pod.node().path(list).size(); i++) {
        if (pod.node().path(list).get(i) instanceof ObjectNode one
            && one.path("name").asText().equals(Names.of(name))) {
          return Optional.of(new Place(pod.draft(), pod.pointer() + '/' + list + '/' + i, one));
        }
      }
    }
    return Optional.empty();
  }
}
