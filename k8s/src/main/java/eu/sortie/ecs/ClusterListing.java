package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.ecs.Described.OneSchedule;
import eu.sortie.ecs.Described.OneService;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ServiceSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks what a cluster is made of: its services and what they name, and the rules that start tasks in it. */
final class ClusterListing {

  /** As many as ECS describes at once. */
  private static final int AT_ONCE = 10;

  private static final String ACTIVE = "ACTIVE";
  private static final String NEXT = "nextToken";
  private static final String NEXT_OF_OTHERS = "NextToken";

  private final Asking asking;
  private final ServiceSelection selection;
  private final Map<String, JsonNode> tasks = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();

  ClusterListing(Asking asking, ServiceSelection selection) {
    this.asking = asking;
    this.selection = selection;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The cluster's own name. */
  String requireCluster() throws IOException {
    var parameters = object();
    parameters.putArray("clusters").add(selection.cluster());
    for (var one : asking.ask(Api.ECS, "DescribeClusters", parameters).path("clusters")) {
      if (one.path("status").asText(ACTIVE).equals(ACTIVE)) {
        return one.path("clusterArn").asText();
      }
    }
    throw new Misuse(
        "there is no cluster '%s'; name one that is active".formatted(selection.cluster()));
  }

  /** Refuses names of services that are not there. */
  void requireServices() throws IOException {
    if (!selection.services().isEmpty()) {
      var there = new TreeSet<String>();
      arns().forEach(arn -> there.add(Names.last(arn)));
      for (var name : selection.services()) {
        if (!there.contains(name)) {
          throw new Misuse("there is no service '%s' in cluster '%s'; there are %s"
              .formatted(name, selection.cluster(), String.join(", ", there)));
        }
      }
    }
  }

  /** What could not be listed, each in one sentence. */
  List<String> unlisted() {
    return List.copyOf(new TreeSet<>(unreadable));
  }

  Described describe() throws IOException {
    unreadable.clear();
    tasks.clear();
    var cluster = requireCluster();
    var services = new ArrayList<OneService>();
    for (var service : services()) {
      services.add(one(service));
    }
    var schedules = selection.services().isEmpty() ? schedules(cluster) : List.<OneSchedule>of();
    return new Described(
        services, schedules, targetGroups(services), registries(services), plainParameters());
  }

  private List<String> arns() throws IOException {
    var parameters = object().put("cluster", selection.cluster());
    return pages(Api.ECS, "ListServices", parameters, NEXT, "serviceArns").stream()
        .map(JsonNode::asText)
        .toList();
  }

  private List<JsonNode> services() throws IOException {
    var chosen = selection.services();
    var arns = arns();
    var found = new ArrayList<JsonNode>();
    for (int i = 0; i < arns.size(); i += AT_ONCE) {
      var parameters = object().put("cluster", selection.cluster());
      var some = parameters.putArray("services");
      arns.subList(i, Math.min(arns.size(), i + AT_ONCE)).forEach(some::add);
      parameters.putArray("include").add("TAGS");
      var answer = asking.ask(Api.ECS, "DescribeServices", parameters);
      answer
          .path("failures")
          .forEach(one -> unreadable.add("a service that could not be described: " + one));
      for (var service : answer.path("services")) {
        var name = service.path("serviceName").asText();
        if (chosen.isEmpty() || chosen.contains(name)) {
          var status = service.path("status").asText(ACTIVE);
          if (status.equals(ACTIVE)) {
            found.add(service);
          } else {
            unreadable.add("service %s, which is %s".formatted(name, status));
          }
        }
      }
    }
    return found;
  }

  private OneService one(JsonNode service) throws IOException {
    var definition = service.path("taskDefinition").asText();
    var resource = "service/%s/%s"
        .formatted(
            Names.last(service.path("clusterArn").asText(selection.cluster())),
            service.path("serviceName").asText());
    var target = object().put("ServiceNamespace", "ecs");
    target.putArray("ResourceIds").add(resource);
    var one = object().put("ServiceNamespace", "ecs").put("ResourceId", resource);
    return new OneService(
        service,
        definition.isEmpty() ? MissingNode.getInstance() : task(definition),
        scaling("DescribeScalableTargets", target, "ScalableTargets"),
        scaling("DescribeScalingPolicies", one, "ScalingPolicies"),
        scaling("DescribeScheduledActions", one, "ScheduledActions"));
  }

  private List<JsonNode> scaling(String operation, ObjectNode parameters, String field)
      throws IOException {
    try {
      return pages(Api.AUTO_SCALING, operation, parameters, NEXT_OF_OTHERS, field);
    } catch (AnswerException answer) {
      unreadable.add("scaling of services, by %s: %s".formatted(operation, answer.getMessage()));
      return List.of();
    }
  }

  private JsonNode task(String definition) throws IOException {
    if (!tasks.containsKey(definition)) {
      var parameters = object().put("taskDefinition", definition);
      parameters.putArray("include").add("TAGS");
      tasks.put(definition, tagged(asking.ask(Api.ECS, "DescribeTaskDefinition", parameters)));
    }
    return tasks.getOrDefault(definition, MissingNode.getInstance());
  }

  /** Its tags stand beside a definition in the answer; they are put into it, so that nobody forgets to look at them. */
  private static JsonNode tagged(JsonNode answer) {
    if (answer.path("taskDefinition") instanceof ObjectNode definition && answer.has("tags")) {
      definition.set("tags", answer.get("tags"));
    }
    return answer;
  }

  private List<OneSchedule> schedules(String cluster) throws IOException {
    var found = new ArrayList<OneSchedule>();
    try {
      for (var bus : pages(Api.EVENTS, "ListEventBuses", object(), NEXT_OF_OTHERS, "EventBuses")) {
        var named = object().put("EventBusName", bus.path("Name").asText());
        for (var rule : pages(Api.EVENTS, "ListRules", named, NEXT_OF_OTHERS, "Rules")) {
          var of = named.deepCopy().put("Rule", rule.path("Name").asText());
          for (var target : pages(Api.EVENTS, "ListTargetsByRule", of, NEXT_OF_OTHERS, "Targets")) {
            var ecs = target.path("EcsParameters");
            if (target.path("Arn").asText().equals(cluster) && !ecs.isMissingNode()) {
              found.add(new OneSchedule(
                  rule, target, task(ecs.path("TaskDefinitionArn").asText())));
            }
          }
        }
      }
    } catch (AnswerException answer) {
      unreadable.add("scheduled tasks: " + answer.getMessage());
    }
    return found;
  }

  private Map<String, JsonNode> targetGroups(List<OneService> services) throws IOException {
    var groups = new LinkedHashMap<String, JsonNode>();
    for (var service : services) {
      for (var balancer : service.service().path("loadBalancers")) {
        var arn = balancer.path("targetGroupArn").asText();
        if (!arn.isEmpty() && !groups.containsKey(arn)) {
          targetGroup(arn).ifPresent(group -> groups.put(arn, group));
        }
      }
    }
    return groups;
  }

  private Optional<JsonNode> targetGroup(String arn) throws IOException {
    var parameters = object();
    parameters.putArray("TargetGroupArns").add(arn);
    try {
      for (var group :
          asking.ask(Api.LOAD_BALANCING, "DescribeTargetGroups", parameters).path("TargetGroups")) {
        return Optional.of(group);
      }
    } catch (AnswerException answer) {
      unreadable.add("target group %s: %s".formatted(arn, answer.getMessage()));
    }
    return Optional.empty();
  }

  private Map<String, JsonNode> registries(List<OneService> services) throws IOException {
    var found = new LinkedHashMap<String, JsonNode>();
    for (var service : services) {
      for (var registry : service.service().path("serviceRegistries")) {
        var arn = registry.path("registryArn").asText();
        if (!arn.isEmpty() && !found.containsKey(arn)) {
          registry(arn).ifPresent(one -> found.put(arn, one));
        }
      }
    }
    return found;
  }

  private Optional<JsonNode> registry(String arn) throws IOException {
    try {
      var service = asking
          .ask(Api.CLOUD_MAP, "GetService", object().put("Id", Names.last(arn)))
          .path("Service");
      var id = service
          .path("NamespaceId")
          .asText(service.path("DnsConfig").path("NamespaceId").asText());
      ObjectNode named = service.deepCopy();
      if (!id.isEmpty()) {
        named.put(
            "NamespaceName",
            asking
                .ask(Api.CLOUD_MAP, "GetNamespace", object().put("Id", id))
                .path("Namespace")
                .path("Name")
                .asText());
      }
      return Optional.of(named);
    } catch (AnswerException answer) {
      unreadable.add("registry %s: %s".formatted(arn, answer.getMessage()));
      return Optional.empty();
    }
  }

  /** Which parameters are no secrets; asked for without their being opened. */
  private Set<String> plainParameters() throws IOException {
    var names = new TreeSet<String>();
    for (var task : tasks.values()) {
      for (var container : task.path("taskDefinition").path("containerDefinitions")) {
        for (var secret : container.path("secrets")) {
          var ref = SecretRef.of(secret.path("valueFrom").asText());
          if (ref.store() == SecretRef.Store.SSM) {
            names.add(ref.id());
          }
        }
      }
    }
    var plain = new TreeSet<String>();
    for (var name : names) {
      if (isPlain(name)) {
        plain.add(name);
      }
    }
    return plain;
  }

  private boolean isPlain(String parameter) throws IOException {
    try {
      var type = asking
          .ask(
              Api.SSM, "GetParameter", object().put("Name", parameter).put("WithDecryption", false))
          .path("Parameter")
          .path("Type");
      return type.isTextual() && !type.textValue().equals("SecureString");
    } catch (AnswerException answer) {
      // It is taken for a secret; opening it will say what is the matter.
      return false;
    }
  }

  private List<JsonNode> pages(
      Api api, String operation, ObjectNode parameters, String next, String field)
      throws IOException {
    var found = new ArrayList<JsonNode>();
    var asked = parameters.deepCopy();
    while (true) {
      var answer = asking.ask(api, operation, asked);
      answer.path(field).forEach(found::add);
      var token = answer.path(next).asText("");
      if (token.isEmpty() || answer.path(next).isNull()) {
        return found;
      }
      asked.put(next, token);
    }
  }
}
