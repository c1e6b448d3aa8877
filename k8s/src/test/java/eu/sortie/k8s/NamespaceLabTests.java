package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static eu.sortie.scenario.ResourceTraits.DATA;
import static eu.sortie.scenario.ResourceTraits.DEFAULTS;
import static eu.sortie.scenario.ResourceTraits.RESOURCE;
import static eu.sortie.scenario.ResourceTraits.RULES;
import static eu.sortie.scenario.ResourceTraits.SPEC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shop in a namespace of a real API server, applied in four ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamespaceLabTests {

  @RegisterExtension
  static final ApiServer SERVER = new ApiServer("namespace-lab-tests", 7821);

  private static final List<Trait> COMPARED =
      RESOURCE.traits().stream().filter(Trait::comparedByDefault).toList();

  @BeforeAll
  void plant() throws IOException {
    SERVER.kubectl(resource("crd.yaml"), "apply", "-f", "-");
    SERVER.kubectl("", "wait", "--for=condition=Established", "crd/prices.shop.example");
    for (var way : List.of("applied", "created", "server-side")) {
      SERVER.kubectl("", "create", "namespace", way);
    }
    SERVER.kubectl(resource("shop.yaml"), "apply", "-n", "applied", "-f", "-");
    SERVER.kubectl(resource("shop.yaml"), "create", "-n", "created", "-f", "-");
    SERVER.kubectl(resource("shop.yaml"), "apply", "--server-side", "-n", "server-side", "-f", "-");
  }

  @Test
  void everySortOfResourceIsListedCustomOnesToo() throws IOException {
    assertThat(survey("applied").keySet())
        .containsExactlyInAnyOrder(
            "deployment.apps/web",
            "service/web",
            "secret/db",
            "configmap/settings",
            "role.rbac.authorization.k8s.io/reader",
            "rolebinding.rbac.authorization.k8s.io/reader",
            "ingress.networking.k8s.io/web",
            "horizontalpodautoscaler.autoscaling/web",
            "cronjob.batch/nightly",
            "persistentvolumeclaim/data",
            "price.shop.example/bread",
            "customresourcedefinition.apiextensions.k8s.io/prices.shop.example");
  }

  @Test
  void whatWasAppliedFromEitherSideShowsTheSameAndNoDefault() throws IOException {
    var fromOurSide = survey("applied");
    var fromTheServers = survey("server-side");
    fromOurSide.forEach(
        (key, item) -> assertThat(losses(item, fromTheServers.get(key))).as(key).isEmpty());
    var web = fromOurSide.get("deployment.apps/web");
    assertThat(web.value(SPEC).toString())
        .contains("template.spec.containers[name=web].resources.requests.cpu=1,")
        .contains("template.spec.initContainers[order]=name=first, name=second")
        .doesNotContain("revisionHistoryLimit");
    assertThat(web.value(DEFAULTS).toString()).contains("spec.revisionHistoryLimit=10");
    assertThat(fromOurSide.get("service/web").value(SPEC).toString()).doesNotContain("clusterIP");
    assertThat(fromOurSide.get("role.rbac.authorization.k8s.io/reader").value(RULES))
        .isEqualTo(Value.entries(Map.of("pods", "get, list")));
  }

  @Test
  void whatIsBroughtBackFromItsExportLosesNothing() throws IOException {
    for (var from : List.of("applied", "created", "server-side")) {
      var into = bringBack(from, from + "-back");
      var before = survey(from);
      var after = survey(into);
      assertThat(after.keySet()).as(from).isEqualTo(before.keySet());
      before.forEach((key, item) ->
          assertThat(losses(item, after.get(key))).as(from + ' ' + key).isEmpty());
    }
  }

  @Test
  void damageIsNamedByItsPathAndNothingElseIs() throws IOException {
    var into = bringBack("applied", "damaged");
    patch(
        into,
        "deployment/web",
        "{'spec':{'template':{'spec':{'containers':[{'name':'web','image':'evil:1'}]}}}}");
    patch(into, "secret/db", "{'data':{'password':'d3Jvbmc='}}");
    patch(into, "service/web", "{'spec':{'internalTrafficPolicy':'Local'}}");
    SERVER.kubectl(
        "",
        "patch",
        "-n",
        into,
        "price/bread",
        "--type=merge",
        "-p",
        "{'anywhere':{'deep':{'list':['a','c']}}}".replace('\'', '"'));
    SERVER.kubectl("", "label", "-n", into, "ingress/web", "extra=1");
    var before = survey("applied");
    var after = survey(into);
    var named = new ArrayList<String>();
    before.forEach((key, item) -> losses(item, after.get(key)).forEach(loss -> {
      var altered = (Loss.Altered) loss;
      var entry = altered.was().isEmpty() ? altered.became() : altered.was();
      named.add(key + ' ' + altered.trait() + ' ' + entry.replaceAll(": \".*", ""));
    }));
    assertThat(named)
        .containsExactlyInAnyOrder(
            "deployment.apps/web spec template.spec.containers[name=web].image",
            "secret/db data password",
            "service/web spec internalTrafficPolicy",
            "price.shop.example/bread other-fields anywhere.deep.list[1]",
            "ingress.networking.k8s.io/web labels extra");
  }

  @Test
  void aSecretIsNowhereInWhatWasSeen() throws IOException {
    var secret = survey("applied").get("secret/db");
    assertThat(secret.value(DATA).toString()).startsWith("{password=hmac-sha256:");
    assertThat(secret.toString())
        .doesNotContain("correct-horse-battery")
        .doesNotContain("Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5");
  }

  @Test
  void whatBelongsToSomethingListedIsLeftOutAndCounted() throws IOException {
    SERVER.kubectl("", "create", "namespace", "owned");
    SERVER.kubectl("", "create", "configmap", "owner", "-n", "owned");
    var uid = SERVER.kubectl(
        "", "get", "configmap/owner", "-n", "owned", "-o", "jsonpath={.metadata.uid}");
    own("ours", "owner", uid);
    own("orphan", "gone", "00000000-0000-0000-0000-000000000000");
    try (var source = open("owned", Line.readOnly("aws"))) {
      var items = new TreeMap<String, Item>();
      source.list(item -> items.put(item.id().key(), item));
      assertThat(items).containsOnlyKeys("configmap/owner", "configmap/orphan");
      assertThat(source.notCovered())
          .anyMatch(one -> one.startsWith("1 resources are left out: their owner"));
    }
  }

  @Test
  void oneThatWasMadeAnewSinceTheSurveyIsNotMixedIn() throws IOException {
    SERVER.kubectl("", "create", "namespace", "moving");
    SERVER.kubectl("", "create", "configmap", "one", "-n", "moving");
    try (var source = open("moving", Line.readOnly("aws"))) {
      var items = new ArrayList<Item>();
      source.list(items::add);
      SERVER.kubectl("", "delete", "configmap/one", "-n", "moving");
      assertThatThrownBy(() -> source.read(items.get(0))).isInstanceOf(ChangedException.class);
      SERVER.kubectl("", "create", "configmap", "one", "-n", "moving");
      assertThatThrownBy(() -> source.read(items.get(0))).isInstanceOf(ChangedException.class);
    }
  }

  @Test
  void nothingCrossesAfterTheCut() throws IOException {
    var line = Line.readOnly("aws");
    var source = open("applied", line);
    var items = new ArrayList<Item>();
    source.list(items::add);
    source.close();
    assertThatThrownBy(() -> source.read(items.get(0))).isInstanceOf(LineException.class);
    assertThat(line.violations()).hasSize(1);
  }

  @Test
  void aNamespaceThatIsNotThereIsMisuse() {
    try (var source = open("nowhere", Line.readOnly("aws"))) {
      assertThatThrownBy(source::preflight)
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("there is no namespace 'nowhere'");
    }
  }

  private static String bringBack(String from, String into) throws IOException {
    SERVER.kubectl("", "create", "namespace", into);
    var key = DrillKey.ofThisRun();
    try (var source = open(from, Line.readOnly("aws"))) {
      var items = new ArrayList<Item>();
      source.list(items::add);
      for (var item : items) {
        try (var reading = source.read(item)) {
          var bytes = reading.bytes().readAllBytes();
          var document = item.id().key().startsWith("secret/") ? key.open(bytes) : bytes;
          SERVER.kubectl(
              new String(document, StandardCharsets.UTF_8),
              "apply",
              "--server-side",
              "--field-manager=sortie",
              "-n",
              into,
              "-f",
              "-");
        }
      }
    }
    return into;
  }

  private static void patch(String namespace, String name, String patch) {
    SERVER.kubectl("", "patch", "-n", namespace, name, "-p", patch.replace('\'', '"'));
  }

  private static void own(String name, String owner, String uid) {
    SERVER.kubectl(
        json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'" + name
                + "','ownerReferences':[{'apiVersion':'v1','kind':'ConfigMap','controller':true,'name':'"
                + owner + "','uid':'" + uid + "'}]}}")
            .toString(),
        "create",
        "-n",
        "owned",
        "-f",
        "-");
  }

  private static Map<String, Item> survey(String namespace) throws IOException {
    var seen = new TreeMap<String, Item>();
    try (var source = open(namespace, Line.readOnly("aws"))) {
      var items = new ArrayList<Item>();
      source.list(items::add);
      for (var item : items) {
        try (var reading = source.read(item)) {
          seen.put(item.id().key(), reading.item());
        }
      }
    }
    return seen;
  }

  private static List<Loss> losses(Item before, Item after) {
    return Comparison.of(before, after, COMPARED).losses();
  }

  private static Source open(String namespace, Line line) {
    var end = End.of(
        "aws",
        false,
        "kubernetes",
        Map.of("kubeconfig", SERVER.kubeconfig().toString()),
        Capabilities.UNSTATED);
    ResourceSelection selection = Selection.resources(namespace);
    return new KubernetesProtocol().source(end, line, selection);
  }

  private static String resource(String name) throws IOException {
    try (var in = NamespaceLabTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
