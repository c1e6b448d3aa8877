package eu.sortie.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.sortie.ecs.Described.OneService;
import eu.sortie.k8s.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Whatever ECS says in any field that the SDK knows makes a difference to what is drawn up or to what is named as lost. */
class NothingIsDroppedTests {

  private static final String CONTAINERS = "containerDefinitions.";

  /** What stands there, and what it is changed into. */
  private static final Map<String, List<String>> WORDS_OF_TASKS = Map.ofEntries(
      Map.entry("cpu", List.of("256", "512")),
      Map.entry("memory", List.of("512", "1024")),
      Map.entry("networkMode", List.of("awsvpc", "host")),
      Map.entry("pidMode", List.of("task", "host")),
      Map.entry("ipcMode", List.of("task", "host")),
      Map.entry(
          "runtimePlatform.operatingSystemFamily", List.of("LINUX", "WINDOWS_SERVER_2022_CORE")),
      Map.entry(CONTAINERS + "name", List.of("main", "principal")),
      Map.entry(CONTAINERS + "user", List.of("1000:1000", "1000:1001")),
      Map.entry(CONTAINERS + "healthCheck.command", List.of("CMD", "CMD-SHELL", "true")),
      Map.entry(CONTAINERS + "resourceRequirements.type", List.of("GPU", "InferenceAccelerator")),
      Map.entry(CONTAINERS + "dependsOn.containerName", List.of("first", "second")),
      Map.entry(CONTAINERS + "dependsOn.condition", List.of("SUCCESS", "HEALTHY")),
      Map.entry(CONTAINERS + "portMappings.protocol", List.of("tcp", "udp")),
      Map.entry(CONTAINERS + "secrets.name", List.of("SECRET", "OTHER")));

  private static final Map<String, List<String>> WORDS_OF_SERVICES = Map.of(
      "deployments.status", List.of("PRIMARY", "ACTIVE"),
      "schedulingStrategy", List.of("REPLICA", "DAEMON"),
      "launchType", List.of("EC2", "FARGATE"),
      "deploymentController.type", List.of("ECS", "CODE_DEPLOY"));

  /** Said by something else that does make a difference, or the same in Kubernetes whatever it says. */
  private static final Set<String> SAME_EITHER_WAY = Set.of(
      // A container is started again in either case; one that never is, is named.
      "taskDefinition.containerDefinitions.restartPolicy.enabled");

  private static final JsonNode PLAIN_TASK = Documents.json(
      "{'taskDefinition':{'networkMode':'awsvpc','containerDefinitions':[{'name':'main','image':'a','portMappings':[{'containerPort':7,'name':'probe'}]}]}}");
  private static final JsonNode PLAIN_SERVICE =
      Documents.json("{'serviceName':'web','desiredCount':1,'launchType':'EC2'}");

  record Field(JsonNode full, Filled filled, String pointer, boolean ofTask) {
    String name() {
      return (ofTask ? "taskDefinition" : "service")
          + pointer.replaceAll("/[0-9]+", "").replace('/', '.');
    }

    @Override
    public String toString() {
      return name();
    }
  }

  static Stream<Field> fields() {
    var tasks = new Filled(WORDS_OF_TASKS);
    var task = tasks.of(TaskDefinition.builder());
    ((ArrayNode) task.path("containerDefinitions")).addAll((ArrayNode)
        Documents.json("[{'name':'first','image':'b'},{'name':'second','image':'c'}]"));
    var services = new Filled(WORDS_OF_SERVICES);
    var service = services.of(Service.builder());
    return Stream.concat(
        tasks.leaves().stream().map(one -> new Field(task, tasks, one, true)),
        services.leaves().stream().map(one -> new Field(service, services, one, false)));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void whatAFieldSaysMakesADifference(Field field) {
    if (saysNothing(field) || SAME_EITHER_WAY.contains(field.name())) {
      return;
    }

    assertThat(drawn(changed(field), field.ofTask()))
        .as("%s changed, and nothing that was drawn up or named did", field)
        .isNotEqualTo(drawn(field.full(), field.ofTask()));
  }

  @Test
  void aFieldThatNobodyKnowsIsNamed() {
    ObjectNode task = PLAIN_TASK.deepCopy();
    ((ObjectNode) task.at("/taskDefinition/containerDefinitions/0")).put("newerThanUs", "x");

    assertThat(drawn(PLAIN_SERVICE, task).get(0).resource().withoutCounterpart())
        .containsEntry(
            "taskDefinition.containerDefinitions[main].newerThanUs", "x. " + Reasons.UNKNOWN);
  }

  @Test
  void thereAreManyFieldsToLookAt() {
    assertThat(fields().filter(one -> !saysNothing(one))).hasSizeGreaterThan(200);
  }

  private static boolean saysNothing(Field field) {
    var reasons = Reasons.shipped();
    var unread = new Facts.Unread(field.name(), field.name(), TextNode.valueOf("x"));
    return reasons.lost(List.of(unread)).isEmpty();
  }

  private static JsonNode changed(Field field) {
    JsonNode other = field.full().deepCopy();
    var pointer = JsonPointer.compile(field.pointer());
    var value = field.filled().other(other.at(pointer), field.pointer());
    var last = pointer.last();
    if (other.at(pointer.head()) instanceof ArrayNode list) {
      list.set(last.getMatchingIndex(), value);
    } else {
      ((ObjectNode) other.at(pointer.head())).set(last.getMatchingProperty(), value);
    }
    return other;
  }

  private static List<Drawing> drawn(JsonNode document, boolean task) {
    return task
        ? drawn(
            PLAIN_SERVICE, JsonNodeFactory.instance.objectNode().set("taskDefinition", document))
        : drawn(document, PLAIN_TASK);
  }

  private static List<Drawing> drawn(JsonNode service, JsonNode task) {
    return Drafting.of(new Described(
        List.of(new OneService(service, task, List.of(), List.of(), List.of())),
        List.of(),
        Map.of(),
        Map.of(),
        Set.of()));
  }
}
