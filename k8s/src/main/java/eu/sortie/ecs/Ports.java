package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws up the services by which a workload is found: behind load balancers, by service discovery, by Service Connect. */
final class Ports {

  private static final String BALANCER =
      "Nobody outside of the cluster reaches it: address, listeners, rules and certificates stay with the load balancer. It answers behind a service; an ingress has to be made.";
  private static final String TCP = "TCP";

  private final String workload;
  private final Draft draft;
  private final Described described;
  private final Map<String, Draft> services;

  Ports(String workload, Draft draft, Described described, Map<String, Draft> services) {
    this.workload = workload;
    this.draft = draft;
    this.described = described;
    this.services = services;
  }

  void draw(Facts service, Optional<Facts> deployment, Facts task, Place pod) {
    for (var balancer : service.each("loadBalancers")) {
      balanced(balancer, pod, () -> service.number("healthCheckGracePeriodSeconds"));
    }
    for (var registry : service.each("serviceRegistries")) {
      registered(registry, task);
    }
    deployment
        .map(one -> one.in("serviceConnectConfiguration"))
        .filter(connect -> connect.flag("enabled"))
        .ifPresent(connect -> connected(connect, task));
  }

  private void balanced(Facts balancer, Place pod, Supplier<Optional<Long>> grace) {
    var container = balancer.text("containerName").orElse("");
    var port = balancer.number("containerPort");
    if (port.isEmpty()) {
      return;
    }
    var arn = balancer.text("targetGroupArn");
    var name = arn.or(() -> balancer.text("loadBalancerName")).orElse("");
    draft.lost(balancer.label(), name, BALANCER);
    expose(workload, port.get(), port.get(), TCP);
    arn.map(described.targetGroups()::get).ifPresent(group -> {
      var facts = Facts.of("targetGroup", group);
      Probes.container(pod, container)
          .ifPresent(place -> Probes.ofTargetGroup(facts, place, port.get(), grace));
      draft.lostRest(facts);
    });
  }

  private void registered(Facts registry, Facts task) {
    var arn = registry.text("registryArn").orElse("");
    var found = described.registries().get(arn);
    var facts = Facts.of("registry", found == null ? draft.place().node().path("none") : found);
    var called = facts.text("Name").orElse(workload);
    var domain = facts.text("NamespaceName").map(one -> called + '.' + one).orElse(arn);
    var only = registry.number("containerPort").or(() -> registry.number("port"));
    var container = registry.text("containerName");
    var name = Names.of(called);
    var ports = containerPorts(task, container);
    only.ifPresent(port -> ports.keySet().retainAll(List.of(port)));
    only.ifPresent(port -> ports.putIfAbsent(port, TCP));
    ports.forEach((port, protocol) -> expose(name, port, port, protocol));
    draft.lost(
        registry.label(),
        domain,
        ports.isEmpty()
            ? "No port of it is known, so no service can be made for it."
            : "In the cluster it is found as %s; whoever calls it by its full name no longer finds it."
                .formatted(name));
    draft.lostRest(facts);
  }

  private void connected(Facts connect, Facts task) {
    for (var service : connect.each("services")) {
      var portName = service.text("portName").orElse("");
      var target = portCalled(task, portName);
      if (target.isEmpty()) {
        draft.lost(service.label(), portName, "No port of a container has this name.");
        continue;
      }
      var discovery = service.text("discoveryName").orElse(portName);
      var aliases = service.each("clientAliases");
      if (aliases.isEmpty()) {
        expose(Names.of(discovery), target.get(), target.get(), TCP);
      }
      if (!aliases.isEmpty() && service.has("discoveryName")) {
        draft.lost(
            service.label("discoveryName"),
            discovery,
            "Clients call it by its aliases; nobody looks it up in Cloud Map any more.");
      }
      for (var alias : aliases) {
        var called = alias.text("dnsName").orElse(discovery);
        expose(Names.of(called), alias.number("port").orElse(target.get()), target.get(), TCP);
        if (!Names.isName(called)) {
          draft.lost(
              alias.label("dnsName"),
              called,
              "A service is called by one short word; it is found as %s now."
                  .formatted(Names.of(called)));
        }
      }
    }
  }

  private static Optional<Long> portCalled(Facts task, String name) {
    for (var definition : task.each("containerDefinitions")) {
      for (var mapping : definition.each("portMappings")) {
        if (mapping.text("name").filter(name::equals).isPresent()) {
          return mapping.number("containerPort");
        }
      }
    }
    return Optional.empty();
  }

  private static Map<Long, String> containerPorts(Facts task, Optional<String> container) {
    var ports = new LinkedHashMap<Long, String>();
    for (var definition : task.each("containerDefinitions")) {
      if (container.isEmpty() || definition.text("name").equals(container)) {
        for (var mapping : definition.each("portMappings")) {
          mapping
              .number("containerPort")
              .ifPresent(port ->
                  ports.put(port, mapping.text("protocol").orElse("tcp").toUpperCase(Locale.ROOT)));
        }
      }
    }
    return ports;
  }

  private void expose(String name, long port, long target, String protocol) {
    var service = services.computeIfAbsent(name, any -> {
      var made = new Draft("v1", "Service", name);
      made.label(workload, workload);
      made.place().in("spec").in("selector").set(Draft.APP, workload);
      return made;
    });
    var spec = service.place().in("spec");
    if (!spec.node().path("selector").path(Draft.APP).asText().equals(workload)) {
      draft.lost(
          "service " + name,
          String.valueOf(port),
          "Another service of the cluster is found by this name already.");
      return;
    }
    var there = new ArrayList<String>();
    spec.node()
        .path("ports")
        .forEach(
            one -> there.add(one.path("port").asText() + one.path("protocol").asText()));
    if (!there.contains(port + protocol)) {
      spec.add("ports")
          .set("name", "%s-%d".formatted(protocol.toLowerCase(Locale.ROOT), port))
          .set("port", port)
          .set("protocol", protocol)
          .set("targetPort", target);
    }
  }
}
