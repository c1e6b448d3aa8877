package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Draws up one container of a pod from its definition. */
final class Containers {

  private static final Pattern NUMBERS = Pattern.compile("([0-9]+)(:([0-9]+))?");
  private static final String SECURITY = "securityContext";

  private final Place pod;
  private final Variables variables;
  private final String network;
  private final Map<String, String> annotations = new TreeMap<>();

  Containers(Place pod, Variables variables, String network) {
    this.pod = pod;
    this.variables = variables;
    this.network = network;
  }

  void draw(Facts definition, Optional<Facts> override, Place container, boolean awaited) {
    var name = definition.text("name").orElse("");
    named(container, "name", name);
    definition.text("image").ifPresent(image -> container.set("image", image));
    commands(definition, override, container);
    definition.text("workingDirectory").ifPresent(one -> container.set("workingDir", one));
    if (definition.flag("interactive")) {
      container.set("stdin", true);
    }
    if (definition.flag("pseudoTerminal")) {
      container.set("tty", true);
    }
    variables(definition, override, container, name);
    ports(definition, container);
    security(definition, container);
    new Mounts(pod).draw(definition, container);
    Sizes.ofContainer(definition, container);
    gpus(definition, container);
    Probes.ofContainer(definition, container, awaited);
    labels(definition);
    restarts(definition);
    override.ifPresent(one -> pod.draft().lostRest(one));
  }

  /** Names that stand in a key of a list cannot be told from it, so what was changed is told of the image. */
  private static void named(Place container, String field, String name) {
    container.set(field, Names.of(name));
    if (!Names.of(name).equals(name)) {
      container
          .draft()
          .made(container.pointer() + "/image", "a container called " + name, Rule.NAME);
    }
  }

  private static void commands(Facts definition, Optional<Facts> override, Place container) {
    words(definition.texts("entryPoint"), "entryPoint", container, "command", Rule.COMMAND);
    var command = override.map(one -> one.texts("command")).filter(one -> !one.isEmpty());
    var own = definition.texts("command");
    words(
        command.orElse(own),
        "command",
        container,
        "args",
        command.isPresent() ? Rule.OVERRIDE : Rule.COMMAND);
  }

  private static void words(
      List<String> words, String was, Place container, String field, Rule rule) {
    if (!words.isEmpty()) {
      container.set(
          field,
          words.stream().map(Containers::literal).toList(),
          words.stream().anyMatch(one -> !literal(one).equals(one)) ? Rule.DOLLAR : rule,
          was + ": " + String.join(" ", words));
    }
  }

  /** Kubernetes puts variables into commands and other variables, and reads two {@code $} as one. */
  static String literal(String text) {
    return text.contains("$(") || text.contains("$$") ? text.replace("$", "$$") : text;
  }

  private void variables(Facts definition, Optional<Facts> override, Place container, String name) {
    var values = new LinkedHashMap<String, String>();
    var overridden = new ArrayList<String>();
    definition
        .each("environment")
        .forEach(
            one -> values.put(one.text("name").orElse(""), one.text("value").orElse("")));
    override.ifPresent(more -> more.each("environment").forEach(one -> {
      values.put(one.text("name").orElse(""), one.text("value").orElse(""));
      overridden.add(one.text("name").orElse(""));
    }));
    values.forEach((key, value) -> {
      var variable = container.add("env").set("name", key);
      var text = literal(value);
      if (!text.equals(value)) {
        variable.set("value", text, Rule.DOLLAR, value);
      } else if (overridden.contains(key)) {
        variable.set("value", text, Rule.OVERRIDE, "a variable of the schedule");
      } else {
        variable.set("value", text);
      }
    });
    for (var secret : definition.each("secrets")) {
      var key = secret.text("name").orElse("");
      var from = secret.text("valueFrom").orElse("");
      if (values.containsKey(key)) {
        pod.draft().lost(secret.label(), from, "A variable of this name has a value already.");
      } else {
        variables.add(container.add("env").set("name", key), name, key, from);
      }
    }
  }

  private void ports(Facts definition, Place container) {
    var there = new ArrayList<String>();
    for (var mapping : definition.each("portMappings")) {
      var number = mapping.number("containerPort");
      if (number.isEmpty()) {
        continue;
      }
      var protocol = mapping.text("protocol").orElse("tcp").toUpperCase(Locale.ROOT);
      if (there.contains(number.get() + protocol)) {
        continue;
      }
      there.add(number.get() + protocol);
      var port = container.add("ports");
      port.set("containerPort", number.get()).set("protocol", protocol);
      mapping.text("name").ifPresent(name -> {
        if (Names.isPort(name)) {
          port.set("name", name);
        } else {
          pod.draft()
              .lost(
                  mapping.label("name"),
                  name,
                  "A port's name has at most 15 lower case letters, digits and hyphens.");
        }
      });
      hostPort(mapping, number.get());
    }
  }

  private void hostPort(Facts mapping, long containerPort) {
    mapping
        .number("hostPort")
        .filter(port -> port != 0 && !(network.equals("awsvpc") && port == containerPort))
        .ifPresent(
            port -> pod.draft()
                .lost(
                    mapping.label("hostPort"),
                    String.valueOf(port),
                    "A port on a node may be another's at the destination; who calls it there has to call a service."));
  }

  private void security(Facts definition, Place container) {
    definition.text("user").ifPresent(user -> user(definition, container, user));
    if (definition.flag("readonlyRootFilesystem")) {
      container.in(SECURITY).set("readOnlyRootFilesystem", true);
    }
    if (definition.flag("privileged")) {
      container.in(SECURITY).set("privileged", true);
    }
    var linux = definition.in("linuxParameters");
    for (var list : new String[] {"add", "drop"}) {
      var some = linux.in("capabilities").texts(list);
      if (!some.isEmpty()) {
        container
            .in(SECURITY)
            .in("capabilities")
            .set(list, some.stream().map(one -> one.replaceAll("^CAP_", "")).toList());
      }
    }
    if (linux.flag("initProcessEnabled")) {
      pod.set("shareProcessNamespace", true, Rule.PROCESSES, "initProcessEnabled: true");
    }
  }

  private void user(Facts definition, Place container, String user) {
    var numbers = NUMBERS.matcher(user);
    if (!numbers.matches()) {
      pod.draft()
          .lost(
              definition.label("user"),
              user,
              "Kubernetes takes users and groups by number alone; the user of the image runs it.");
      return;
    }
    container
        .in(SECURITY)
        .set("runAsUser", Long.parseLong(numbers.group(1)), Rule.USER, "user: " + user);
    if (numbers.group(3) != null) {
      container
          .in(SECURITY)
          .set("runAsGroup", Long.parseLong(numbers.group(3)), Rule.USER, "user: " + user);
    }
  }

  private void gpus(Facts definition, Place container) {
    for (var one : definition.each("resourceRequirements")) {
      var type = one.text("type").orElse("");
      var value = one.text("value").orElse("");
      if (type.equals("GPU")) {
        container
            .in("resources")
            .in("limits")
            .set("nvidia.com/gpu", value, Rule.GPU, "GPU: " + value);
      } else {
        pod.draft()
            .lost(one.label(), type + " " + value, "Nodes outside of AWS have no such thing.");
      }
    }
  }

  private void labels(Facts definition) {
    definition.entries("dockerLabels").forEach((key, value) -> {
      var label = definition.label("dockerLabels") + '[' + key + ']';
      if (!Names.isKey(key)) {
        pod.draft().lost(label, value, "Kubernetes takes no annotation with such a key.");
      } else if (!annotations.computeIfAbsent(key, any -> value).equals(value)) {
        pod.draft()
            .lost(
                label,
                value,
                "Another container of the task has this label with another value, and a pod has one.");
      }
    });
  }

  /** Labels of containers, which a pod has as annotations. */
  Map<String, String> annotations() {
    return annotations;
  }

  private void restarts(Facts definition) {
    var policy = definition.in("restartPolicy");
    if (policy.has("enabled") && !policy.flag("enabled")) {
      // Then it is as if none was said.
      policy.readAll();
    }
  }
}
