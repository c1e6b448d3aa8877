package eu.sortie.k8s;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.ResourceTraits.ANNOTATIONS;
import static eu.sortie.scenario.ResourceTraits.DATA;
import static eu.sortie.scenario.ResourceTraits.LABELS;
import static eu.sortie.scenario.ResourceTraits.RULES;
import static eu.sortie.scenario.ResourceTraits.SPEC;
import static eu.sortie.scenario.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.drill.Translated;
import eu.sortie.drill.Verdict;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Scenario;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole drills from one real API server to another; nothing runs there, so what is asked is what was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterDrillLabTests {

  @Order(1)
  @RegisterExtension
  static final ApiServer SOURCE = new ApiServer("cluster-drill-source", 7861);

  @Order(2)
  @RegisterExtension
  static final ApiServer DESTINATION = new ApiServer("cluster-drill-destination", 7871);

  @Order(3)
  @RegisterExtension
  static final RemovalControllers CONTROLLER = new RemovalControllers(DESTINATION);

  private static final String MORE = """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web}
      spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: zoned}
      spec:
        selector: {matchLabels: {app: zoned}}
        template:
          metadata: {labels: {app: zoned}}
          spec:
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions: [{key: topology.kubernetes.io/zone, operator: In, values: [eu-west-3a]}]
                    - matchExpressions: [{key: disk, operator: Exists}]
            containers: [{name: web, image: "lab/echo:1"}]
      """;

  private static final String STORE = """
      apiVersion: external-secrets.io/v1
      kind: SecretStore
      metadata: {name: aws}
      spec: {provider: {aws: {service: SecretsManager, region: eu-west-3}}}
      """;

  @TempDir
  private Path folder;

  private EvidenceFolders evidence;

  @BeforeAll
  void plant() throws IOException {
    SOURCE.kubectl(resource("crd.yaml"), "apply", "-f", "-");
    SOURCE.kubectl("", "wait", "--for=condition=Established", "crd/prices.shop.example");
    SOURCE.kubectl("", "create", "namespace", "shop");
    SOURCE.kubectl(resource("shop.yaml"), "apply", "-n", "shop", "-f", "-");
    SOURCE.kubectl(MORE, "apply", "-n", "shop", "-f", "-");
  }

  @Test
  void everyItemArrivesAndOnlyWhatWasTranslatedIsOtherwise() throws IOException {
    var outcome = drill(Selection.resources("shop"), Progress.NONE);
    assertThat(outcome.verdict()).as(losses().toString()).isInstanceOf(Verdict.Passed.class);
    assertThat(losses()).isEmpty();
    assertThat(outcome.fidelity().items()).isEqualTo(14);
    assertThat(outcome.translations())
        .filteredOn(one -> !one.item().equals("deployment.apps/zoned"))
        .extracting(one -> one.item() + ' ' + one.trait() + ' ' + one.entry())
        .containsExactlyInAnyOrder(
            "persistentvolumeclaim/data spec storageClassName",
            "ingress.networking.k8s.io/web annotations alb.ingress.kubernetes.io/scheme");
  }

  @Test
  void aRuleThatIsSwitchedOffTranslatesNothing() throws IOException {
    var outcome = drill(Selection.resources("shop").untranslated("alb-annotations"), Progress.NONE);
    assertThat(losses()).isEmpty();
    assertThat(outcome.translations())
        .extracting(Translated::rule)
        .contains("storage-class")
        .doesNotContain("alb-annotations");
  }

  @Test
  void aRuleThatNobodyKnowsIsRefusedBeforeAnythingMoves() {
    assertThatThrownBy(
            () -> drill(Selection.resources("shop").untranslated("storage-clas"), Progress.NONE))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("no translation is called 'storage-clas'")
        .hasMessageContaining("storage-class");
  }

  @Test
  void whatWouldGoOnReachingForTheSourceIsNotRestored() throws IOException {
    SOURCE.kubectl(resource("stores.yaml"), "apply", "-f", "-");
    SOURCE.kubectl(
        "", "wait", "--for=condition=Established", "crd/secretstores.external-secrets.io");
    SOURCE.kubectl("", "create", "namespace", "stores");
    SOURCE.kubectl(STORE, "apply", "-n", "stores", "-f", "-");
    SOURCE.kubectl(
        STORE.replace("name: aws", "name: vault").replace("aws:", "vault:"),
        "apply",
        "-n",
        "stores",
        "-f",
        "-");
    drill(Selection.resources("stores"), Progress.NONE);
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row)
            .startsWith("secretstore.external-secrets.io/aws item missing")
            .contains("It would go on fetching secrets from the source"));
  }

  @Test
  void nothingOfItStaysAtTheDestination() throws IOException {
    var outcome = drill(Selection.resources("shop"), Progress.NONE);
    assertThat(outcome.leftovers()).isEmpty();
    assertThat(namespacesOfDrills()).isEmpty();
    assertThat(DESTINATION.kubectl("", "get", "crd", "-o", "name")).isEmpty();
  }

  @Test
  void damageIsNamedByItsPathAndNothingElseIs() throws IOException {
    var outcome = drill(Selection.resources("shop"), Progress.at(Stage.RESURVEY, this::damage));
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(losses())
        .containsExactlyInAnyOrder(
            "deployment.apps/web spec altered template.spec.containers[name=web].image: \"lab/echo:1\" -> template.spec.containers[name=web].image: \"evil:1\"",
            "deployment.apps/web labels altered app: \"web\" -> app: \"shop\"",
            "configmap/settings data altered level: \"1000m\" -> level: \"1\"",
            "role.rbac.authorization.k8s.io/reader rules altered pods: \"get, list\" -> pods: \"get, list, watch\"",
            "price.shop.example/bread spec altered amount: \"\"2.50\"\" -> amount: \"\"2.51\"\"",
            // A port is what it is told by, so another one is another one.
            "service/web spec lost ports[port=80,protocol=TCP].port: \"80\" -> ",
            "service/web spec lost ports[port=80,protocol=TCP].protocol: \"TCP\" -> ",
            "service/web spec lost ports[port=80,protocol=TCP].targetPort: \"8080\" -> ",
            "service/web spec added  -> ports[port=81,protocol=TCP].port: \"81\"",
            "service/web spec added  -> ports[port=81,protocol=TCP].protocol: \"TCP\"",
            "service/web spec added  -> ports[port=81,protocol=TCP].targetPort: \"8080\"",
            "networkpolicy.networking.k8s.io/web item missing  -> ",
            "configmap/stray item unexpected  -> ");
  }

  private void damage() {
    var into = namespacesOfDrills().get(0);
    patch(into, "deployment/web", "{'metadata':{'labels':{'app':'shop'}}}");
    patch(
        into,
        "deployment/web",
        "{'spec':{'template':{'spec':{'containers':[{'name':'web','image':'evil:1'}]}}}}");
    patch(into, "configmap/settings", "{'data':{'level':'1'}}");
    merge(
        into,
        "role/reader",
        "{'rules':[{'apiGroups':[''],'resources':['pods'],'verbs':['get','list','watch']}]}");
    merge(into, "price/bread", "{'spec':{'amount':'2.51'}}");
    merge(into, "service/web", "{'spec':{'ports':[{'port':81,'targetPort':8080}]}}");
    DESTINATION.kubectl("", "delete", "-n", into, "networkpolicy/web");
    DESTINATION.kubectl("", "create", "-n", into, "configmap", "stray");
  }

  @Test
  void anAdmissionThatRefusesIsQuotedAtTheItem() throws IOException {
    DESTINATION.kubectl("", "create", "namespace", "refusing");
    DESTINATION.kubectl(resource("no-configmaps.yaml"), "apply", "-f", "-");
    await("the policy").atMost(Duration.ofSeconds(60)).until(this::isRefused);
    drill(Selection.resources("shop").into("refusing"), Progress.NONE);
    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row)
            .startsWith("configmap/settings item missing")
            .contains("there are no settings here"));
    assertThat(DESTINATION.kubectl(
            "", "get", "all,secrets,roles,networkpolicies,pvc", "-n", "refusing"))
        .isEmpty();
  }

  private boolean isRefused() {
    try {
      DESTINATION.kubectl(
          "", "create", "configmap", "a", "-n", "refusing", "--dry-run=server", "-o", "name");
      return false;
    } catch (IllegalStateException refused) {
      return true;
    }
  }

  @Test
  void aSortThatMayNotBeListedMakesTheDrillInconclusiveByName() throws IOException {
    SOURCE.kubectl(resource("no-secrets.yaml"), "apply", "-f", "-");
    var token = SOURCE.kubectl("", "create", "token", "reader", "-n", "default").strip();
    var limited = folder.resolve("limited.kubeconfig");
    Files.writeString(
        limited,
        Files.readString(SOURCE.kubeconfig())
            .replaceAll("user: \\{client-certificate-data.*", "user: {token: " + token + "}}]"));
    var outcome = drill(limited, Selection.resources("shop"), Progress.NONE);
    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            unknown -> assertThat(unknown.reason())
                .contains("resources that could not be listed: secret")
                .contains("forbidden")
                .doesNotContain("configmap"));
  }

  @Test
  void whatIsOfTheClusterAndWasThereBeforeIsComparedAndNotTouched() throws IOException {
    DESTINATION.kubectl(resource("crd.yaml"), "apply", "-f", "-");
    DESTINATION.kubectl("", "label", "crd/prices.shop.example", "owner=somebody-else");
    DESTINATION.kubectl("", "wait", "--for=condition=Established", "crd/prices.shop.example");
    var managers = "jsonpath={.metadata.managedFields[*].manager}";
    var before = DESTINATION.kubectl("", "get", "--show-managed-fields", "crd", "-o", "name");
    try {
      drill(Selection.resources("shop"), Progress.NONE);
      assertThat(losses())
          .containsExactly(
              "customresourcedefinition.apiextensions.k8s.io/prices.shop.example labels added  -> owner: \"somebody-else\"");
      assertThat(DESTINATION.kubectl("", "get", "crd", "-o", "name")).isEqualTo(before);
      assertThat(DESTINATION.kubectl("", "get", "crd/prices.shop.example", "-o", managers))
          .doesNotContain("sortie");
    } finally {
      DESTINATION.kubectl("", "delete", "crd/prices.shop.example");
    }
  }

  @Test
  void aNameTooLongForANamespaceIsRefused() {
    var longest = "a".repeat(60);
    SOURCE.kubectl("", "create", "namespace", longest);
    assertThatThrownBy(() -> drill(Selection.resources(longest), Progress.NONE))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("75 letters long, and Kubernetes takes 63")
        .hasMessageContaining("under 'into'");
  }

  @Test
  void aNamespaceThatHoldsSomethingIsRefused() {
    DESTINATION.kubectl("", "create", "namespace", "lived-in");
    DESTINATION.kubectl("", "create", "configmap", "theirs", "-n", "lived-in");
    assertThatThrownBy(() -> drill(Selection.resources("shop").into("lived-in"), Progress.NONE))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("namespace 'lived-in' holds 1 resources already")
        .hasMessageContaining("configmap/theirs");
    assertThat(DESTINATION.kubectl("", "get", "configmaps", "-n", "lived-in", "-o", "name"))
        .isEqualToIgnoringNewLines("configmap/theirs");
  }

  @Test
  void whatWillNotGoIsListedWithItsCommand() throws IOException {
    var end = end("europe", DESTINATION.kubeconfig());
    var settings = KubernetesSettings.of(end);
    var config = settings.config(end);
    var connection = new ClusterConnection(config, Line.open("europe"));
    try (var destination = new KubernetesDestination(
        "europe",
        settings,
        () -> config,
        connection,
        Selection.resources("stuck"),
        "1a2b3c4d",
        DrillKey.random(),
        Duration.ofSeconds(8))) {
      destination.prepare(List.of(), created -> {});
      DESTINATION.kubectl("", "create", "-n", "stuck-drill-1a2b3c4d", "configmap", "held");
      merge(
          "stuck-drill-1a2b3c4d",
          "configmap/held",
          "{'metadata':{'finalizers':['shop.example/holds']}}");
      assertThat(destination.clear(written -> {})).singleElement().satisfies(left -> {
        assertThat(left.what()).isEqualTo("namespace stuck-drill-1a2b3c4d at 'europe'");
        assertThat(left.because()).contains("did not within 8 s").contains("shop.example/holds");
        assertThat(left.wayOut())
            .isEqualTo("kubectl --kubeconfig " + DESTINATION.kubeconfig()
                + " delete namespace stuck-drill-1a2b3c4d");
      });
    } finally {
      merge("stuck-drill-1a2b3c4d", "configmap/held", "{'metadata':{'finalizers':null}}");
      await("the namespace")
          .atMost(Duration.ofSeconds(60))
          .until(() -> namespacesOfDrills().isEmpty());
    }
  }

  @Test
  void aClusterThatAsksForLessIsAskedAgainAndNothingIsLost() throws IOException {
    try (var from = new ApiGateway(SOURCE);
        var to = new ApiGateway(DESTINATION)) {
      from.throttleEvery(3);
      to.throttleEvery(3);

      var outcome = drill(
          from.kubeconfig(folder),
          to.kubeconfig(folder),
          Selection.resources("shop"),
          Progress.NONE);

      assertThat(outcome.verdict()).as(losses().toString()).isInstanceOf(Verdict.Passed.class);
      assertThat(outcome.leftovers()).isEmpty();
      assertThat(from.throttled()).isGreaterThan(20);
      assertThat(to.throttled()).isGreaterThan(20);
    }
  }

  @Test
  void aClusterThatDiesWhileItIsReadBackLeavesTheDrillInconclusiveAndItsNamespaceListed()
      throws IOException {
    dies(Stage.RESURVEY);
  }

  @Test
  void aClusterThatDiesBeforeAnythingIsBroughtBackLeavesTheDrillInconclusive() throws IOException {
    dies(Stage.RESTORE);
  }

  private void dies(Stage at) throws IOException {
    try (var to = new ApiGateway(DESTINATION)) {
      var kubeconfig = to.kubeconfig(folder);

      var outcome = drill(
          SOURCE.kubeconfig(), kubeconfig, Selection.resources("shop"), Progress.at(at, to::die));

      assertThat(outcome.verdict())
          .isInstanceOfSatisfying(
              Verdict.Inconclusive.class,
              unknown -> assertThat(unknown.reason())
                  .contains(at + " could not be finished: end 'europe': "));
      assertThat(outcome.leftovers())
          .anySatisfy(left -> assertThat(left.wayOut())
              .startsWith("kubectl --kubeconfig " + kubeconfig + " delete namespace shop-drill-"));
    } finally {
      DESTINATION.kubectl(
          "", "delete", "crd", "prices.shop.example", "--ignore-not-found", "--wait=false");
      namespacesOfDrills()
          .forEach(left -> DESTINATION.kubectl("", "delete", "namespace", left, "--wait=false"));
      await("the namespaces")
          .atMost(Duration.ofSeconds(60))
          .until(() -> namespacesOfDrills().isEmpty());
    }
  }

  @Test
  void aQuotaThatIsFullIsQuotedAtEachItemItRefuses() throws IOException {
    DESTINATION.kubectl("", "create", "namespace", "full");
    drill(Selection.resources("shop").into("full"), Progress.at(Stage.RESTORE, () -> {
      DESTINATION.kubectl("", "create", "quota", "tight", "-n", "full", "--hard=configmaps=1");
      DESTINATION.kubectl(
          "",
          "patch",
          "quota/tight",
          "-n",
          "full",
          "--subresource=status",
          "--type=merge",
          "-p",
          "{\"status\":{\"hard\":{\"configmaps\":\"1\"},\"used\":{\"configmaps\":\"1\"}}}");
    }));

    assertThat(rows())
        .anySatisfy(row -> assertThat(row)
            .startsWith("configmap/settings item missing")
            .contains("exceeded quota: tight"))
        .anySatisfy(row -> assertThat(row).startsWith("resourcequota/tight item unexpected"))
        .hasSize(2);
  }

  @Test
  void whatAScenarioReplacesArrivesSoAndIsNoResidueAnyMore() throws IOException {
    SOURCE.kubectl("", "create", "namespace", "naming");
    SOURCE.kubectl(
        "",
        "create",
        "configmap",
        "settings",
        "-n",
        "naming",
        "--from-literal=url=https://shop.s3.eu-west-3.amazonaws.com/a");
    SOURCE.kubectl(
        "",
        "create",
        "secret",
        "generic",
        "hidden",
        "-n",
        "naming",
        "--from-literal=url=https://shop.s3.eu-west-3.amazonaws.com/b?hunter2");
    var naming = Selection.resources("naming");
    assertThat(leaveNoResidue(naming).residues())
        .singleElement()
        .satisfies(group -> assertThat(group.references()).isEqualTo(2));

    var outcome = leaveNoResidue(naming.replacing(Replacement.of("shop.s3.eu-west-3.amazonaws.com")
        .by("shop.s3.europe.example")
        .because("the objects left by a drill of their own")));

    assertThat(outcome.verdict()).as(losses().toString()).isInstanceOf(Verdict.Passed.class);
    assertThat(outcome.residues()).isEmpty();
    assertThat(outcome.translations())
        .extracting(Translated::item, Translated::because)
        .containsExactlyInAnyOrder(
            tuple("configmap/settings", "the objects left by a drill of their own"),
            tuple("secret/hidden", "the objects left by a drill of their own"));
    assertThat(outcome.translations().toString()).doesNotContain("hunter2");
  }

  private Outcome leaveNoResidue(ResourceSelection selection) {
    return drill(
        SOURCE.kubeconfig(),
        DESTINATION.kubeconfig(),
        leaving(selection).expect(Gate.noResidueOfTheSource()),
        Progress.NONE);
  }

  private Outcome drill(ResourceSelection selection, Progress progress) {
    return drill(SOURCE.kubeconfig(), selection, progress);
  }

  private Outcome drill(Path source, ResourceSelection selection, Progress progress) {
    return drill(source, DESTINATION.kubeconfig(), selection, progress);
  }

  private Outcome drill(
      Path source, Path destination, ResourceSelection selection, Progress progress) {
    return drill(source, destination, leaving(selection), progress);
  }

  private Outcome drill(Path source, Path destination, Scenario leaving, Progress progress) {
    evidence = new EvidenceFolders(folder.resolve("drills"));
    var environment = Environment.of(
        "two servers", List.of(end("aws", source), end("europe", destination)), Map.of());
    var setup = DrillSetup.at(
            new DrillSetup.Place.There(environment),
            name -> {
              throw new Misuse("there is no price list '%s'".formatted(name));
            },
            evidence)
        .with(progress);
    return Drill.of(setup).run(leaving);
  }

  private static Scenario leaving(ResourceSelection selection) {
    return scenario("Shop leaves EKS")
        .from("aws")
        .to("europe")
        .export(selection)
        .expect(everyItem().keeps(SPEC, DATA, LABELS, ANNOTATIONS, RULES));
  }

  private static End end(String name, Path kubeconfig) {
    return End.of(
        name,
        false,
        "kubernetes",
        Map.of("kubeconfig", kubeconfig.toString()),
        Capabilities.UNSTATED);
  }

  /** As an outsider reads them: item, trait, change, was and became. */
  private List<String> losses() throws IOException {
    return rows().stream().map(row -> row.substring(0, row.indexOf(" | "))).toList();
  }

  /** The same, with why. */
  private List<String> rows() throws IOException {
    var rows = new ArrayList<String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(evidence.last().resolve("losses.csv"))) {
      csv.forEach(row -> rows.add("%s %s %s %s -> %s | %s"
          .formatted(
              row.getField("item"),
              row.getField("trait"),
              row.getField("change"),
              row.getField("was"),
              row.getField("became"),
              row.getField("because"))));
    }
    return rows;
  }

  private static List<String> namespacesOfDrills() {
    return DESTINATION
        .kubectl("", "get", "namespaces", "-l", "sortie.eu/drill", "-o", "name")
        .lines()
        .map(name -> name.replace("namespace/", ""))
        .toList();
  }

  private static void patch(String namespace, String name, String patch) {
    DESTINATION.kubectl("", "patch", "-n", namespace, name, "-p", patch.replace('\'', '"'));
  }

  private static void merge(String namespace, String name, String patch) {
    DESTINATION.kubectl(
        "", "patch", "-n", namespace, name, "--type=merge", "-p", patch.replace('\'', '"'));
  }

  private static String resource(String name) throws IOException {
    try (var in = ClusterDrillLabTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
