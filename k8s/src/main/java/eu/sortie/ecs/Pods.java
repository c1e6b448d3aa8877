package eu.sortie.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Draws up a pod from a task definition. */
final class Pods {

  private static final String ALWAYS = "Always";

  private static final Map<String, String> ARCHITECTURES =
      Map.of("X86_64", "amd64", "ARM64", "arm64");

  /** How the pods of a workload are ended and started. */
  enum Of {
    A_SERVICE,
    A_SCHEDULE
  }

  private final Claims claims;
  private final Accounts accounts;

  Pods(Claims claims, Accounts accounts) {
    this.claims = claims;
    this.accounts = accounts;
  }

  /**
   * Draws one up.
   *
   * @param template where it goes
   * @param overrides what is said anew of containers, by their names
   * @param atLaunch what is said of volumes that the task leaves open
   */
  void draw(
      Of of,
      Facts task,
      Place template,
      Variables variables,
      List<Facts> overrides,
      List<Facts> atLaunch) {
    var pod = template.in("spec");
    var network = task.text("networkMode").orElse("bridge");
    network(task, pod, network);
    new Volumes(pod, claims).draw(task, atLaunch);
    containers(of, task, pod, template, variables, overrides, network);
    restarts(of, task, pod);
    shared(task, pod);
    platform(task, pod);
    task.text("taskRoleArn")
        .ifPresent(role -> pod.set(
            "serviceAccountName", accounts.of(role, task.label("taskRoleArn")), Rule.ROLE, role));
    var single = pod.node().path("containers").size() == 1 && !pod.has("initContainers");
    Sizes.ofTask(task, pod, single);
    ephemeral(task, pod, single);
    pod.draft().lostRest(task);
  }

  private static void network(Facts task, Place pod, String network) {
    if (!network.equals("awsvpc")) {
      pod.draft()
          .lost(
              task.label("networkMode"),
              network,
              "Containers of a pod share an address of their own: two of them cannot listen on one port, and they call each other by localhost.");
    }
  }

  private void containers(
      Of of,
      Facts task,
      Place pod,
      Place template,
      Variables variables,
      List<Facts> overrides,
      String network) {
    var byName = new LinkedHashMap<String, Facts>();
    task.each("containerDefinitions").forEach(one -> byName.put(one.text("name").orElse(""), one));
    var order = new Dependencies(new ArrayList<>(byName.values()));
    var containers = new Containers(pod, variables, network);
    var leading = new ArrayList<>(order.leading());
    byName.forEach((name, one) -> {
      if (of == Of.A_SCHEDULE && !leading.contains(name) && isNotEssential(one)) {
        leading.add(name);
      }
    });
    for (var name : leading) {
      var definition = Objects.requireNonNull(byName.get(name), name);
      var place = pod.add("initContainers");
      containers.draw(
          definition, override(overrides, name), place, order.isWaitedToBeHealthy(name));
      lead(definition, name, place, order);
    }
    byName.forEach((name, definition) -> {
      if (!leading.contains(name)) {
        containers.draw(definition, override(overrides, name), pod.add("containers"), false);
      }
    });
    var annotations = containers.annotations();
    annotations.forEach(
        (key, value) -> template.in("metadata").in("annotations").set(key, value));
  }

  private static Optional<Facts> override(List<Facts> overrides, String container) {
    return overrides.stream()
        .filter(one -> one.text("name").filter(container::equals).isPresent())
        .findFirst();
  }

  /** A container that starts before others. */
  private static void lead(Facts definition, String name, Place place, Dependencies order) {
    if (!order.isWaitedToEnd(name)) {
      var words = order.words(name);
      place.set(
          "restartPolicy",
          ALWAYS,
          words.isEmpty() ? Rule.JOB_SIDECAR : Rule.DEPENDENCY,
          words.isEmpty() ? "essential: false" : words);
      return;
    }
    place.draft().made(place.pointer() + "/image", order.words(name), Rule.DEPENDENCY);
    // It has an end, so nothing looks whether it lives or is ready.
    for (var probe : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
      place.node().remove(probe);
      place.draft().unmade(place.pointer() + '/' + probe);
    }
    if (definition.has("healthCheck")) {
      place
          .draft()
          .lost(
              definition.label("healthCheck"),
              name,
              "Others wait for its end, so it is an init container, and those have no probes.");
    }
    order
        .waitsForAnyEnd(name)
        .ifPresent(
            who -> place
                .draft()
                .lost(
                    definition.label("dependsOn"),
                    "%s waits for any end of %s".formatted(who, name),
                    "An init container that fails is run again until it succeeds, and nobody starts before that."));
  }

  private static boolean isNotEssential(Facts definition) {
    return definition.has("essential") && !definition.flag("essential");
  }

  private static void restarts(Of of, Facts task, Place pod) {
    var essential = new ArrayList<String>();
    for (var definition : task.each("containerDefinitions")) {
      var name = definition.text("name").orElse("");
      if (!isNotEssential(definition)) {
        essential.add(name);
      } else if (of == Of.A_SERVICE && isAmong(pod, name)) {
        pod.draft()
            .lost(
                definition.label("essential"),
                "false",
                "ECS lets it end and stay so; in a pod it is started again whenever it ends.");
      }
    }
    if (of == Of.A_SERVICE) {
      pod.set("restartPolicy", ALWAYS, Rule.RESTART, "essential: " + String.join(", ", essential));
    } else {
      pod.set("restartPolicy", "Never");
    }
  }

  private static boolean isAmong(Place pod, String container) {
    for (var one : pod.node().path("containers")) {
      if (one.path("name").asText().equals(Names.of(container))) {
        return true;
      }
    }
    return false;
  }

  /** What a task says of each container, and a pod once for all. */
  private static void shared(Facts task, Place pod) {
    var hosts = new LinkedHashMap<String, List<String>>();
    long longest = -1;
    for (var definition : task.each("containerDefinitions")) {
      for (var host : definition.each("extraHosts")) {
        hosts
            .computeIfAbsent(host.text("ipAddress").orElse(""), any -> new ArrayList<>())
            .add(host.text("hostname").orElse(""));
      }
      for (var control : definition.each("systemControls")) {
        var name = control.text("namespace").orElse("");
        var value = control.text("value").orElse("");
        pod.in("securityContext")
            .add("sysctls")
            .set("name", name)
            .set(
                "value",
                value,
                Rule.SYSCTL,
                name + " of container " + definition.text("name").orElse(""));
      }
      longest = Math.max(longest, definition.number("stopTimeout").orElse(-1L));
    }
    hosts.forEach((ip, names) ->
        pod.add("hostAliases").set("ip", ip).set("hostnames", names, Rule.HOSTS, "extraHosts"));
    if (longest >= 0) {
      pod.set(
          "terminationGracePeriodSeconds", longest, Rule.STOP_TIMEOUT, "stopTimeout: " + longest);
    }
    task.text("pidMode").ifPresent(mode -> {
      if (mode.equals("task")) {
        pod.set("shareProcessNamespace", true, Rule.PROCESSES, "pidMode: task");
      } else {
        pod.draft()
            .lost(
                task.label("pidMode"), mode, "A pod does not look into the processes of its node.");
      }
    });
    task.text("ipcMode")
        .filter(mode -> !mode.equals("task"))
        .ifPresent(mode -> pod.draft()
            .lost(
                task.label("ipcMode"),
                mode,
                "Containers of a pod share memory with each other and with nobody else."));
  }

  private static void platform(Facts task, Place pod) {
    var platform = task.in("runtimePlatform");
    platform
        .text("cpuArchitecture")
        .ifPresent(name -> pod.in("nodeSelector")
            .set(
                "kubernetes.io/arch",
                ARCHITECTURES.getOrDefault(name, name.toLowerCase(Locale.ROOT)),
                Rule.PLATFORM,
                name));
    platform.text("operatingSystemFamily").ifPresent(name -> {
      var linux = name.equals("LINUX");
      pod.in("nodeSelector")
          .set("kubernetes.io/os", linux ? "linux" : "windows", Rule.PLATFORM, name);
      if (!linux) {
        pod.draft()
            .lost(
                platform.label("operatingSystemFamily"),
                name,
                "Which Windows it is no selector of Kubernetes says, and an image runs on its own alone.");
      }
    });
  }

  private static void ephemeral(Facts task, Place pod, boolean single) {
    var storage = task.in("ephemeralStorage");
    storage.number("sizeInGiB").ifPresent(size -> {
      if (single && pod.node().path("containers").get(0) instanceof ObjectNode one) {
        new Place(pod.draft(), pod.pointer() + "/containers/0", one)
            .in("resources")
            .in("requests")
            .set("ephemeral-storage", size + "Gi", Rule.EPHEMERAL, "sizeInGiB: " + size);
      } else {
        pod.draft()
            .lost(
                storage.label("sizeInGiB"),
                String.valueOf(size),
                "It is room for all containers together, and in a pod each asks for its own.");
      }
    });
  }
}
