package eu.sortie.ecs;

import eu.sortie.ecs.Described.OneService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws up what a service of ECS becomes: a deployment or a daemon set, with its secrets and its autoscaler. */
final class Workload {

  private static final long USUAL_MOST = 200;
  private static final long USUAL_LEAST = 100;
  private static final long ALL = 100;
  private static final String MOST = "maximumPercent";
  private static final String LEAST = "minimumHealthyPercent";

  private final OneService one;
  private final Described described;
  private final Pods pods;
  private final String calledBefore;
  private final String name;
  private final Facts service;
  private final Facts task;
  private final boolean everywhere;
  private final Draft draft;
  private final Ports ports;

  Workload(
      OneService one, Described described, Pods pods, Taken names, Map<String, Draft> services) {
    this.one = one;
    this.described = described;
    this.pods = pods;
    this.service = Facts.of("service", one.service());
    this.task = Facts.of("taskDefinition", one.task().path("taskDefinition"));
    this.calledBefore = service.text("serviceName").orElse("");
    this.name = names.free(Names.of(calledBefore));
    this.everywhere =
        service.text("schedulingStrategy").filter("DAEMON"::equals).isPresent();
    this.draft = new Draft("apps/v1", everywhere ? "DaemonSet" : "Deployment", name);
    this.ports = new Ports(name, draft, described, services);
  }

  List<Drawing> draw() {
    var drawings = new ArrayList<Drawing>();
    draft.label(name, calledBefore);
    var spec = draft.place().in("spec");
    var deployment = primary();
    if (one.task().isMissingNode() || one.task().isEmpty()) {
      draft.lostRest(service);
      return List.of(
          Drawing.refused(
              draft,
              "no task definition is named: an external controller decides what runs, and it stays at the source"));
    }
    if (!everywhere) {
      spec.set("replicas", service.number("desiredCount").orElse(0L));
      update(spec);
    }
    spec.in("selector").in("matchLabels").set(Draft.APP, name);
    var template = spec.in("template");
    template.in("metadata").in("labels").set(Draft.APP, name);
    var variables = new Variables(name, described.plainParameters());
    pods.draw(
        Pods.Of.A_SERVICE,
        task,
        template,
        variables,
        List.of(),
        deployment.map(some -> some.each("volumeConfigurations")).orElse(List.of()));
    ports.draw(service, deployment, task, template.in("spec"));
    controller();
    tags();
    new Autoscaling(one, draft, name).draw().ifPresent(drawings::add);
    draft.lostRest(service);
    drawings.add(Drawing.of(draft));
    variables.secret().ifPresent(drawings::add);
    variables.config().ifPresent(drawings::add);
    return drawings;
  }

  /** The deployment that is wanted: volumes and Service Connect are said there alone. */
  private Optional<Facts> primary() {
    return service.each("deployments").stream()
        .filter(some -> some.text("status").filter("PRIMARY"::equals).isPresent())
        .findFirst();
  }

  private void update(Place spec) {
    var configuration = service.in("deploymentConfiguration");
    if (!configuration.has(MOST) && !configuration.has(LEAST)) {
      return;
    }
    long most = configuration.number(MOST).orElse(USUAL_MOST);
    long least = configuration.number(LEAST).orElse(USUAL_LEAST);
    long surge = Math.max(0, most - ALL);
    long unavailable = Math.max(0, ALL - least);
    if (surge == 0 && unavailable == 0) {
      draft.lost(
          configuration.label(MOST),
          "%d, with %s of %d".formatted(most, LEAST, least),
          "Nothing could ever be replaced so; Kubernetes refuses it, and takes its own way.");
      return;
    }
    var update = spec.in("strategy").set("type", "RollingUpdate").in("rollingUpdate");
    update.set("maxSurge", surge + "%", Rule.ROLLING_UPDATE, "%s: %d".formatted(MOST, most));
    update.set(
        "maxUnavailable", unavailable + "%", Rule.ROLLING_UPDATE, "%s: %d".formatted(LEAST, least));
  }

  private void controller() {
    var controller = service.in("deploymentController");
    controller
        .text("type")
        .filter(type -> !type.equals("ECS"))
        .ifPresent(type -> draft.lost(
            controller.label("type"),
            type,
            "New versions are rolled out by Kubernetes itself, pod by pod."));
    var breaker = service.in("deploymentConfiguration").in("deploymentCircuitBreaker");
    if (breaker.flag("enable") || breaker.flag("rollback")) {
      draft.lost(
          breaker.label(),
          "enable: %s, rollback: %s".formatted(breaker.flag("enable"), breaker.flag("rollback")),
          "Kubernetes says when a rollout does not get on, and does not take it back.");
    }
    service
        .text("launchType")
        .filter(type -> !type.equals("EC2"))
        .ifPresent(type -> draft.lost(
            service.label("launchType"),
            type,
            "There are nodes to look after at the destination, and pods share their kernel."));
  }

  private void tags() {
    for (var tag : service.each("tags")) {
      var key = tag.text("key").orElse("");
      var value = tag.text("value").orElse("");
      var labels = draft.place().in("metadata").in("labels");
      if (Names.isKey(key) && Names.isValue(value) && !labels.has(key)) {
        labels.set(key, value);
      } else {
        draft.lost(tag.label(), value, "Kubernetes takes no label with such a key or value.");
      }
    }
  }
}
