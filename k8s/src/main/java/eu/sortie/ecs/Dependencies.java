package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which containers of a task wait for which, and so in what order they start. */
final class Dependencies {

  private static final String CONDITION = "condition";

  private final Map<String, Facts> containers = new LinkedHashMap<>();
  private final Map<String, List<String>> waitsFor = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> conditions = new LinkedHashMap<>();

  Dependencies(List<Facts> definitions) {
    for (var definition : definitions) {
      var name = definition.text("name").orElse("");
      containers.put(name, definition);
      var targets = new ArrayList<String>();
      for (var dependency : definition.each("dependsOn")) {
        var target = dependency.text("containerName").orElse("");
        targets.add(target);
        conditions
            .computeIfAbsent(target, any -> new TreeMap<>())
            .put(name, dependency.text(CONDITION).orElse("START"));
      }
      waitsFor.put(name, targets);
    }
  }

  /** Those that others wait for, each after all that it waits for itself. */
  List<String> leading() {
    var order = new ArrayList<String>();
    containers.keySet().forEach(name -> {
      if (conditions.containsKey(name)) {
        visit(name, order, new ArrayList<>());
      }
    });
    return order;
  }

  private void visit(String name, List<String> order, List<String> above) {
    if (order.contains(name) || above.contains(name) || !containers.containsKey(name)) {
      return;
    }
    above.add(name);
    waitsFor.getOrDefault(name, List.of()).forEach(target -> visit(target, order, above));
    order.add(name);
  }

  /** Whether somebody waits for a container's end. */
  boolean isWaitedToEnd(String name) {
    return conditionsOf(name).values().stream()
        .anyMatch(condition -> condition.equals("SUCCESS") || condition.equals("COMPLETE"));
  }

  /** Whether somebody waits until a container is healthy. */
  boolean isWaitedToBeHealthy(String name) {
    return conditionsOf(name).containsValue("HEALTHY");
  }

  /** Who waits for any end of a container, a failed one too. */
  Optional<String> waitsForAnyEnd(String name) {
    return conditionsOf(name).entrySet().stream()
        .filter(one -> one.getValue().equals("COMPLETE"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who waits for a container, in words. */
  String words(String name) {
    var words = new ArrayList<String>();
    conditionsOf(name)
        .forEach((who, condition) -> words.add("%s waits for %s".formatted(who, condition)));
    return String.join(", ", words);
  }

  private Map<String, String> conditionsOf(String name) {
    return conditions.getOrDefault(name, Map.of());
  }
}
