package eu.sortie.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.ecs.Described.OneSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws up the cron job for a task that a rule of EventBridge starts. */
final class Scheduled {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INPUT = "Input";

  private final Described described;
  private final Pods pods;
  private final Facts rule;
  private final Facts target;
  private final Facts task;
  private final String calledBefore;
  private final String name;
  private final Draft draft;

  Scheduled(OneSchedule one, Described described, Pods pods, Taken names) {
    this.described = described;
    this.pods = pods;
    this.rule = Facts.of("rule", one.rule());
    this.target = Facts.of("target", one.target());
    this.task = Facts.of("taskDefinition", one.task().path("taskDefinition"));
    this.calledBefore = rule.text("Name").orElse("");
    this.name = names.free(Names.ofJob(calledBefore));
    this.draft = new Draft("batch/v1", "CronJob", name);
  }

  List<Drawing> draw() {
    draft.label(name, calledBefore);
    var expression = rule.text("ScheduleExpression").orElse("");
    var schedule = CronSchedule.of(expression);
    var spec = draft.place().in("spec");
    var variables = new Variables(name, described.plainParameters());
    spec.set(
        "schedule",
        schedule.cron().isEmpty() ? expression : schedule.cron(),
        Rule.SCHEDULE,
        expression);
    spec.set("timeZone", "Etc/UTC", Rule.SCHEDULE, "UTC");
    spec.set("concurrencyPolicy", "Allow");
    if (rule.text("State").filter("DISABLED"::equals).isPresent()) {
      spec.set("suspend", true);
    }
    var ecs = target.in("EcsParameters");
    var job = spec.in("jobTemplate").in("spec");
    job.set("backoffLimit", 0);
    ecs.number("TaskCount")
        .filter(count -> count > 1)
        .ifPresent(count -> job.set("parallelism", count).set("completions", count));
    var template = job.in("template");
    template.in("metadata").in("labels").set(Draft.APP, name);
    var overrides = overrides();
    pods.draw(Pods.Of.A_SCHEDULE, task, template, variables, overrides, List.of());
    // Whoever is named and not there took nothing of it.
    overrides.forEach(draft::lostRest);
    draft.lostRest(rule);
    draft.lostRest(target);
    if (schedule.cron().isEmpty()) {
      return List.of(Drawing.refused(draft, because(expression, schedule)));
    }
    var drawings = new ArrayList<Drawing>();
    drawings.add(Drawing.of(draft));
    variables.secret().ifPresent(drawings::add);
    variables.config().ifPresent(drawings::add);
    return drawings;
  }

  private String because(String expression, CronSchedule schedule) {
    return expression.isEmpty()
        ? "it is started by events that fit a pattern, and Kubernetes starts nothing by events of AWS: %s"
            .formatted(rule.text("EventPattern").orElse(""))
        : "no cron job can say %s: %s".formatted(expression, schedule.because());
  }

  /** What the target hands to the task, where it is what a task takes. */
  private List<Facts> overrides() {
    var input = target.text(INPUT);
    var document = input.flatMap(Scheduled::parsed).filter(JsonNode::isObject);
    if (input.isPresent() && document.isEmpty()) {
      draft.lost(
          target.label(INPUT),
          input.get(),
          "A task takes what overrides its definition, and this is no such thing.");
    }
    return document
        .map(some -> {
          var facts = Facts.of("input", some);
          var overrides = facts.each("containerOverrides");
          facts.whole("containerOverrides");
          draft.lostRest(facts);
          return overrides;
        })
        .orElse(List.of());
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException none) {
      return Optional.empty();
    }
  }
}
