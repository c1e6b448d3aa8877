package eu.sortie.ecs;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.ecs.Described.OneSchedule;
import eu.sortie.ecs.Described.OneService;
import eu.sortie.scenario.ResourceTraits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DraftingTests {

  private static final String SERVICE =
      "{'serviceName':'web','desiredCount':2,'launchType':'EC2'%s}";
  private static final String CONTAINER = "{'name':'web','image':'shop/web:1'%s}";

  private static Described described(OneService service, OneSchedule... schedules) {
    return new Described(
        service == null ? List.of() : List.of(service),
        List.of(schedules),
        Map.of(
            "tg",
            json(
                "{'TargetGroupName':'tg','Protocol':'HTTP','HealthCheckPath':'/ok','HealthCheckPort':'traffic-port','HealthCheckProtocol':'HTTP'}")),
        Map.of("reg", json("{'Name':'prices','NamespaceName':'shop.local'}")),
        Set.of("/plain"));
  }

  private static JsonNode task(String more, String... containers) {
    return json("{'taskDefinition':{'networkMode':'awsvpc'%s,'containerDefinitions':[%s]}}"
        .formatted(more, String.join(",", containers)));
  }

  private static List<Drawing> service(String more, JsonNode task) {
    return Drafting.of(described(
        new OneService(json(SERVICE.formatted(more)), task, List.of(), List.of(), List.of())));
  }

  private static Drawing of(List<Drawing> drawings, String key) {
    return drawings.stream()
        .filter(one -> one.resource().key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " in "
            + drawings.stream().map(one -> one.resource().key()).toList()));
  }

  private static Drawing deployment(String more, JsonNode task) {
    return of(service(more, task), "deployment.apps/web");
  }

  private static JsonNode pod(Drawing drawing) {
    return drawing.resource().document().at("/spec/template/spec");
  }

  private static JsonNode container(String more) {
    return pod(deployment("", task("", CONTAINER.formatted(more)))).at("/containers/0");
  }

  private static Map<String, String> lost(String more) {
    return deployment("", task("", CONTAINER.formatted(more))).resource().withoutCounterpart();
  }

  @Nested
  class AContainer {

    @Test
    void asksForItsUnitsInMillicoresAndIsBoundByItsMemory() {
      assertThat(container(",'cpu':256,'memory':512,'memoryReservation':128").path("resources"))
          .isEqualTo(
              json("{'requests':{'cpu':'250m','memory':'128Mi'},'limits':{'memory':'512Mi'}}"));
    }

    @Test
    void ofNoUnitsAsksForNone() {
      assertThat(container(",'cpu':0").has("resources")).isFalse();
    }

    @Test
    void aloneInItsTaskIsBoundByTheTask() {
      var pod =
          pod(deployment("", task(",'cpu':'.5 vCPU','memory':'1 GB'", CONTAINER.formatted(""))));

      assertThat(pod.at("/containers/0/resources"))
          .isEqualTo(json("{'limits':{'cpu':'500m','memory':'1024Mi'}}"));
    }

    @Test
    void amongOthersIsNotBoundByTheTaskAndThatIsNamed() {
      var drawing =
          deployment("", task(",'cpu':'256'", CONTAINER.formatted(""), "{'name':'b','image':'b'}"));

      assertThat(drawing.resource().withoutCounterpart()).containsKey("taskDefinition.cpu");
    }

    @Test
    void saysWhatItsUnitsWere() {
      var drawing = deployment("", task("", CONTAINER.formatted(",'cpu':256")));

      assertThat(drawing.resource().seen().value(ResourceTraits.MADE_OF).toString())
          .contains("template.spec.containers[name=web].resources.requests.cpu=")
          .contains("\"before\":\"cpu: 256 units\",\"rule\":\"ecs-cpu\"");
    }

    @Test
    void callsItsEntryPointCommandAndItsCommandArguments() {
      var container = container(",'entryPoint':['sh','-c'],'command':['run']");

      assertThat(container.path("command")).isEqualTo(json("['sh','-c']"));
      assertThat(container.path("args")).isEqualTo(json("['run']"));
    }

    @Test
    void keepsWhatKubernetesWouldTakeForAVariable() {
      var container = container(
          ",'command':['$(HOME)','$HOME'],'environment':[{'name':'A','value':'a$$b'},{'name':'B','value':'$5'}]");

      assertThat(container.path("args")).isEqualTo(json("['$$(HOME)','$HOME']"));
      assertThat(container.at("/env/0/value").asText()).isEqualTo("a$$$$b");
      assertThat(container.at("/env/1/value").asText()).isEqualTo("$5");
    }

    @Test
    void runsAsItsUserByNumberAlone() {
      assertThat(container(",'user':'100:200'").path("securityContext"))
          .isEqualTo(json("{'runAsUser':100,'runAsGroup':200}"));
      assertThat(lost(",'user':'nobody'"))
          .containsKey("taskDefinition.containerDefinitions[web].user");
    }

    @Test
    void hasItsCapabilitiesAndAReadOnlyRoot() {
      var security = container(
              ",'readonlyRootFilesystem':true,'linuxParameters':{'capabilities':{'add':['NET_ADMIN'],'drop':['ALL']}}")
          .path("securityContext");

      assertThat(security)
          .isEqualTo(
              json(
                  "{'readOnlyRootFilesystem':true,'capabilities':{'add':['NET_ADMIN'],'drop':['ALL']}}"));
    }

    @Test
    void isProbedAsItWasCheckedWithWhatEcsTakesWhereNothingIsSaid() {
      var probe = container(
              ",'healthCheck':{'command':['CMD-SHELL','curl -f localhost'],'startPeriod':9}")
          .path("livenessProbe");

      assertThat(probe)
          .isEqualTo(
              json(
                  "{'exec':{'command':['/bin/sh','-c','curl -f localhost']},'periodSeconds':30,'timeoutSeconds':5,'failureThreshold':3,'initialDelaySeconds':9}"));
    }

    @Test
    void losesUlimitsAndLogDriverByName() {
      assertThat(
              lost(
                  ",'ulimits':[{'name':'nofile','softLimit':1,'hardLimit':2}],'logConfiguration':{'logDriver':'splunk'}"))
          .hasEntrySatisfying(
              "taskDefinition.containerDefinitions[web].ulimits",
              words -> assertThat(words)
                  .contains("nofile")
                  .endsWith("the engine of the nodes gives them."))
          .hasEntrySatisfying(
              "taskDefinition.containerDefinitions[web].logConfiguration",
              words -> assertThat(words).contains("splunk"));
    }
  }

  @Nested
  class Order {

    private JsonNode pod(String condition, String... more) {
      return DraftingTests.pod(drawing(condition, more));
    }

    private Drawing drawing(String condition, String... more) {
      return deployment(
          "",
          task(
              "",
              CONTAINER.formatted(
                  ",'dependsOn':[{'containerName':'a','condition':'%s'}]".formatted(condition)),
              "{'name':'a','image':'a','healthCheck':{'command':['CMD','true']}%s}"
                  .formatted(String.join("", more))));
    }

    @Test
    void whoseEndIsWaitedForStartsFirstAndEnds() {
      var init = pod("SUCCESS").at("/initContainers/0");

      assertThat(init.path("name").asText()).isEqualTo("a");
      assertThat(init.has("restartPolicy")).isFalse();
      assertThat(init.has("livenessProbe")).isFalse();
    }

    @Test
    void whoseEndIsWaitedForHasNoProbesAndThatIsNamed() {
      var drawing = drawing("SUCCESS");

      assertThat(drawing.resource().withoutCounterpart().toString()).contains("[a].healthCheck");
      assertThat(drawing.resource().seen()).isNotNull();
    }

    @Test
    void whoGoesOnRunningIsASidecar() {
      assertThat(pod("START").at("/initContainers/0/restartPolicy").asText()).isEqualTo("Always");
      assertThat(pod("START").at("/initContainers/0").has("startupProbe")).isFalse();
    }

    @Test
    void whoseHealthIsWaitedForHasAStartupProbe() {
      assertThat(pod("HEALTHY").at("/initContainers/0/startupProbe/exec/command"))
          .isEqualTo(json("['true']"));
    }

    @Test
    void whoseAnyEndIsWaitedForHasToSucceedNowAndThatIsNamed() {
      var drawing = deployment(
          "",
          task(
              "",
              CONTAINER.formatted(",'dependsOn':[{'containerName':'a','condition':'COMPLETE'}]"),
              "{'name':'a','image':'a'}"));

      assertThat(drawing.resource().withoutCounterpart().values())
          .anyMatch(one -> one.startsWith("web waits for any end of a."));
    }

    @Test
    void followsWhoWaitsForWhom() {
      var pod = DraftingTests.pod(deployment(
          "",
          task(
              "",
              CONTAINER.formatted(",'dependsOn':[{'containerName':'b','condition':'START'}]"),
              "{'name':'b','image':'b','dependsOn':[{'containerName':'c','condition':'SUCCESS'}]}",
              "{'name':'c','image':'c'}")));

      assertThat(pod.path("initContainers").findValuesAsText("name")).containsExactly("c", "b");
      assertThat(pod.path("containers").findValuesAsText("name")).containsExactly("web");
    }
  }

  @Nested
  class Volumes {

    private List<Drawing> with(String volume) {
      return service(
          "",
          task(
              ",'volumes':[%s]".formatted(volume),
              CONTAINER.formatted(
                  ",'mountPoints':[{'sourceVolume':'data','containerPath':'/data'}]")));
    }

    @Test
    void ofEfsBecomeAClaimOfManyAndTheirContentIsNamed() {
      var drawings = with(
          "{'name':'data','efsVolumeConfiguration':{'fileSystemId':'fs-1','rootDirectory':'/a'}}");
      var claim = of(drawings, "persistentvolumeclaim/data");

      assertThat(claim.resource().document().at("/spec/accessModes"))
          .isEqualTo(json("['ReadWriteMany']"));
      assertThat(claim.resource().withoutCounterpart().values())
          .singleElement()
          .asString()
          .startsWith("fs-1 /a. What is in the file system stays at the source");
      assertThat(pod(of(drawings, "deployment.apps/web"))
              .at("/volumes/0/persistentVolumeClaim/claimName")
              .asText())
          .isEqualTo("data");
    }

    @Test
    void ofAHostAreEmptyAndTheFilesAreNamed() {
      var drawing =
          of(with("{'name':'data','host':{'sourcePath':'/var/data'}}"), "deployment.apps/web");

      assertThat(pod(drawing).at("/volumes/0/emptyDir").isObject()).isTrue();
      assertThat(drawing.resource().withoutCounterpart())
          .containsKey("taskDefinition.volumes[data].host.sourcePath");
    }
  }

  @Nested
  class AService {

    @Test
    void isReplacedWithinTheSamePercentages() {
      var spec = deployment(
              ",'deploymentConfiguration':{'maximumPercent':150,'minimumHealthyPercent':50}",
              task("", CONTAINER.formatted("")))
          .resource()
          .document()
          .at("/spec/strategy/rollingUpdate");

      assertThat(spec).isEqualTo(json("{'maxSurge':'50%','maxUnavailable':'50%'}"));
    }

    @Test
    void behindATargetGroupIsProbedAsThatDoesAndTheBalancerIsNamed() {
      var drawings = service(
          ",'loadBalancers':[{'targetGroupArn':'tg','containerName':'web','containerPort':8080}]",
          task("", CONTAINER.formatted(",'portMappings':[{'containerPort':8080}]")));
      var drawing = of(drawings, "deployment.apps/web");

      assertThat(pod(drawing).at("/containers/0/readinessProbe/httpGet"))
          .isEqualTo(json("{'path':'/ok','port':8080}"));
      assertThat(of(drawings, "service/web")
              .resource()
              .document()
              .at("/spec/ports/0/port")
              .asInt())
          .isEqualTo(8080);
      assertThat(drawing.resource().withoutCounterpart()).containsKey("service.loadBalancers[web]");
    }

    @Test
    void thatIsDiscoveredIsFoundByItsShortNameAndTheFullOneIsNamed() {
      var drawings = service(
          ",'serviceRegistries':[{'registryArn':'reg'}]",
          task("", CONTAINER.formatted(",'portMappings':[{'containerPort':53,'protocol':'udp'}]")));

      assertThat(of(drawings, "service/prices")
              .resource()
              .document()
              .at("/spec/ports/0/protocol")
              .asText())
          .isEqualTo("UDP");
      assertThat(of(drawings, "deployment.apps/web")
              .resource()
              .withoutCounterpart()
              .values())
          .anyMatch(
              one -> one.startsWith("prices.shop.local. In the cluster it is found as prices;"));
    }

    @Test
    void onEveryInstanceIsADaemonSet() {
      var drawings = service(",'schedulingStrategy':'DAEMON'", task("", CONTAINER.formatted("")));

      assertThat(of(drawings, "daemonset.apps/web")
              .resource()
              .document()
              .at("/spec")
              .has("replicas"))
          .isFalse();
    }

    @Test
    void withATaskRoleHasAnAccountAndItsGrantIsNamed() {
      var drawings = service(
          "", task(",'taskRoleArn':'arn:aws:iam::1:role/Shop_Role'", CONTAINER.formatted("")));

      assertThat(of(drawings, "serviceaccount/shop-role")
              .resource()
              .withoutCounterpart()
              .values())
          .singleElement()
          .asString()
          .contains("The grant itself is lost");
    }

    @Test
    void ofANameKubernetesDoesNotTakeIsCalledAlike() {
      var drawings = service(",'serviceName':'My_Web'", task("", CONTAINER.formatted("")));

      assertThat(of(drawings, "deployment.apps/my-web")
              .resource()
              .seen()
              .value(ResourceTraits.MADE_OF)
              .toString())
          .contains("labels app=")
          .contains("\"before\":\"My_Web\"");
    }

    @Test
    void whoseSecretsArePlainParametersHasAConfigMap() {
      var drawings = service(
          "",
          task(
              "",
              CONTAINER.formatted(
                  ",'secrets':[{'name':'A','valueFrom':'/plain'},{'name':'B','valueFrom':'/secret'}]")));

      assertThat(of(drawings, "configmap/web-parameters").values()).containsOnlyKeys("web.A");
      assertThat(of(drawings, "secret/web-secrets").values()).containsOnlyKeys("web.B");
    }

    @Test
    void scaledOnCpuHasAnAutoscalerAndOtherPoliciesAreNamed() {
      var drawings = Drafting.of(described(new OneService(
          json(SERVICE.formatted("")),
          task("", CONTAINER.formatted("")),
          List.of(json("{'MinCapacity':1,'MaxCapacity':4}")),
          List.of(
              json(
                  "{'PolicyName':'cpu','TargetTrackingScalingPolicyConfiguration':{'TargetValue':55.0,'ScaleInCooldown':60,'PredefinedMetricSpecification':{'PredefinedMetricType':'ECSServiceAverageCPUUtilization'}}}"),
              json("{'PolicyName':'steps','PolicyType':'StepScaling'}")),
          List.of())));
      var spec = of(drawings, "horizontalpodautoscaler.autoscaling/web")
          .resource()
          .document()
          .path("spec");

      assertThat(spec.at("/metrics/0/resource"))
          .isEqualTo(
              json("{'name':'cpu','target':{'type':'Utilization','averageUtilization':55}}"));
      assertThat(spec.at("/behavior/scaleDown/stabilizationWindowSeconds").asInt())
          .isEqualTo(60);
      assertThat(of(drawings, "deployment.apps/web").resource().withoutCounterpart())
          .containsKey("scalingPolicy[steps]");
    }
  }

  @Nested
  class ASchedule {

    private Drawing drawn(String rule, String target, String... containers) {
      return Drafting.of(described(
              null,
              new OneSchedule(
                  json("{'Name':'nightly'%s}".formatted(rule)),
                  json("{'Id':'t','EcsParameters':{'TaskCount':1}%s}".formatted(target)),
                  task("", containers))))
          .get(0);
    }

    private JsonNode job(Drawing drawing) {
      return drawing.resource().document().at("/spec/jobTemplate/spec/template/spec");
    }

    @Test
    void isACronJobInUtcThatIsTriedOnce() {
      var spec = drawn(",'ScheduleExpression':'rate(1 hour)'", "", CONTAINER.formatted(""))
          .resource()
          .document()
          .path("spec");

      assertThat(spec.path("schedule").asText()).isEqualTo("0 * * * *");
      assertThat(spec.path("timeZone").asText()).isEqualTo("Etc/UTC");
      assertThat(spec.at("/jobTemplate/spec/backoffLimit").asInt()).isZero();
    }

    @Test
    void thatIsCalledLikeAServiceSharesNoSecretWithIt() {
      var secret = ",'secrets':[{'name':'A','valueFrom':'token'}]";
      var task = task("", CONTAINER.formatted(secret));

      var drawings = Drafting.of(described(
          new OneService(json(SERVICE.formatted("")), task, List.of(), List.of(), List.of()),
          new OneSchedule(
              json("{'Name':'web','ScheduleExpression':'rate(1 hour)'}"),
              json("{'Id':'t','EcsParameters':{'TaskCount':1}}"),
              task)));

      assertThat(drawings.stream().map(one -> one.resource().key()))
          .doesNotHaveDuplicates()
          .contains("secret/web-secrets", "cronjob.batch/web-2", "secret/web-2-secrets");
    }

    @Test
    void thatIsDisabledIsSuspended() {
      var drawing = drawn(
          ",'ScheduleExpression':'rate(1 hour)','State':'DISABLED'", "", CONTAINER.formatted(""));

      assertThat(drawing.resource().document().at("/spec/suspend").asBoolean()).isTrue();
    }

    @Test
    void endsWhenItsEssentialContainersDo() {
      var pod = job(drawn(
          ",'ScheduleExpression':'rate(1 hour)'",
          "",
          CONTAINER.formatted(",'essential':true"),
          "{'name':'agent','image':'a','essential':false}"));

      assertThat(pod.path("containers").findValuesAsText("name")).containsExactly("web");
      assertThat(pod.at("/initContainers/0/restartPolicy").asText()).isEqualTo("Always");
    }

    @Test
    void overridesWhatItsTargetSays() {
      ObjectNode target = json("{'EcsParameters':{}}").deepCopy();
      target.put(
          "Input",
          "{\"containerOverrides\":[{\"name\":\"web\",\"command\":[\"b\"],\"cpu\":5},{\"name\":\"gone\",\"command\":[\"c\"]}]}");
      var drawing = Drafting.of(described(
              null,
              new OneSchedule(
                  json("{'Name':'n','ScheduleExpression':'rate(1 hour)'}"),
                  target,
                  task("", CONTAINER.formatted(",'command':['a']")))))
          .get(0);

      assertThat(job(drawing).at("/containers/0/args")).isEqualTo(json("['b']"));
      assertThat(drawing.resource().withoutCounterpart().keySet())
          .contains("input.containerOverrides[web].cpu")
          .anyMatch(one -> one.startsWith("input.containerOverrides[gone]"));
    }

    @Test
    void startedByEventsIsRefusedWithThePattern() {
      var drawing = drawn(",'EventPattern':'{}'", "", CONTAINER.formatted(""));

      assertThat(drawing.refused()).contains("Kubernetes starts nothing by events of AWS");
    }
  }
}
