package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.ecs.Described.OneService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws up an autoscaler from the policies of Application Auto Scaling. */
final class Autoscaling {

  private static final String COUNT = "ecs:service:DesiredCount";
  private static final String TRACKING = "TargetTrackingScalingPolicyConfiguration";
  private static final Map<String, String> METRICS = Map.of(
      "ECSServiceAverageCPUUtilization", "cpu",
      "ECSServiceAverageMemoryUtilization", "memory");
  private static final String OTHER =
      "No autoscaler of Kubernetes sees this metric, or scales by it in this way.";

  private final OneService one;
  private final Draft workload;
  private final String name;

  Autoscaling(OneService one, Draft workload, String name) {
    this.one = one;
    this.workload = workload;
    this.name = name;
  }

  Optional<Drawing> draw() {
    var targets = new ArrayList<Facts>();
    for (var target : one.scalable()) {
      if (target.path("ScalableDimension").asText(COUNT).equals(COUNT)) {
        targets.add(Facts.of("scalableTarget", target));
      }
    }
    var tracked = new ArrayList<Facts>();
    for (var policy : one.policies()) {
      var facts =
          Facts.of("scalingPolicy[%s]".formatted(policy.path("PolicyName").asText()), policy);
      if (targets.isEmpty() || metric(policy).isEmpty()) {
        workload.lost(facts.label(), policy.toString(), OTHER);
      } else {
        tracked.add(facts);
      }
    }
    for (var timed : one.timed()) {
      workload.lost(
          "scheduledAction[%s]".formatted(timed.path("ScheduledActionName").asText()),
          timed.toString(),
          "Kubernetes does not scale by the clock.");
    }
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    if (tracked.isEmpty()) {
      workload.lost(
          "scalableTarget",
          one.scalable().get(0).toString(),
          "Without a policy that Kubernetes knows nothing would ever scale within these bounds.");
      return Optional.empty();
    }
    return Optional.of(Drawing.of(scaler(targets.get(0), tracked)));
  }

  private static Optional<String> metric(JsonNode policy) {
    return Optional.ofNullable(METRICS.get(policy
        .path(TRACKING)
        .path("PredefinedMetricSpecification")
        .path("PredefinedMetricType")
        .asText()));
  }

  private Draft scaler(Facts target, List<Facts> policies) {
    var draft = new Draft("autoscaling/v2", "HorizontalPodAutoscaler", name);
    draft.label(name, name);
    var spec = draft.place().in("spec");
    spec.in("scaleTargetRef")
        .set("apiVersion", "apps/v1")
        .set("kind", "Deployment")
        .set("name", name);
    long least = target.number("MinCapacity").orElse(1L);
    spec.set("minReplicas", Math.max(1, least));
    if (least < 1) {
      draft.lost(
          target.label("MinCapacity"), "0", "An autoscaler leaves at least one pod running.");
    }
    spec.set("maxReplicas", target.number("MaxCapacity").orElse(1L));
    policies.forEach(policy -> add(policy, spec));
    draft.lostRest(target);
    return draft;
  }

  private static void add(Facts policy, Place spec) {
    var tracking = policy.in(TRACKING);
    var type = tracking
        .in("PredefinedMetricSpecification")
        .text("PredefinedMetricType")
        .orElse("");
    var value = tracking.text("TargetValue").orElse("");
    var metric = spec.add("metrics").set("type", "Resource").in("resource");
    metric.set("name", METRICS.getOrDefault(type, ""));
    metric
        .in("target")
        .set("type", "Utilization")
        .set(
            "averageUtilization",
            Math.round(Double.parseDouble(value.isEmpty() ? "0" : value)),
            Rule.SCALING,
            "%s: %s".formatted(type, value));
    tracking.number("ScaleInCooldown").ifPresent(cooldown -> window(spec, "scaleDown", cooldown));
    tracking.number("ScaleOutCooldown").ifPresent(cooldown -> window(spec, "scaleUp", cooldown));
    if (tracking.flag("DisableScaleIn")) {
      spec.in("behavior").in("scaleDown").set("selectPolicy", "Disabled");
    }
    spec.draft().lostRest(policy);
  }

  private static void window(Place spec, String direction, long cooldown) {
    var way = spec.in("behavior").in(direction);
    var before = way.node().path("stabilizationWindowSeconds").asLong(-1);
    if (cooldown > before) {
      way.set(
          "stabilizationWindowSeconds",
          cooldown,
          Rule.COOLDOWN,
          "cooldown: %d s".formatted(cooldown));
    }
  }
}
