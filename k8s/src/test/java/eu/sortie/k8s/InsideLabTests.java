package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests that run a drill inside the cluster that is left, at a real API server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsideLabTests {

  @RegisterExtension
  static final ApiServer SERVER = new ApiServer("inside-lab-tests", 7941);

  private static final String ACCOUNT = "--as=system:serviceaccount:sortie:sortie";

  @TempDir
  private Path mounted;

  @BeforeAll
  void apply() throws IOException {
    SERVER.kubectl(resource("crd.yaml"), "apply", "-f", "-");
    SERVER.kubectl("", "wait", "--for=condition=Established", "crd/prices.shop.example");
    SERVER.kubectl("", "create", "namespace", "shop");
    SERVER.kubectl(resource("shop.yaml"), "apply", "-n", "shop", "-f", "-");
    SERVER.kubectl("", "apply", "-k", ".");
  }

  @Test
  void oneDrillIsToRunAtOnceAndOneEveryWeek() {
    assertThat(SERVER.kubectl("", "get", "job,cronjob,configmap", "-n", "sortie", "-o", "name"))
        .contains("job.batch/drill", "cronjob.batch/drill", "configmap/drill");
  }

  /** Its namespace enforces what Kubernetes calls restricted, and nobody starts the job's pod here to find out. */
  @Test
  void itsPodMayRunUnderTheStrictestStandard() throws IOException {
    SERVER.kubectl(pod(), "create", "-n", "sortie", "--dry-run=server", "-f", "-");

    var careless = pod().replace("\"runAsNonRoot\":true", "\"runAsNonRoot\":false");
    assertThatThrownBy(
            () -> SERVER.kubectl(careless, "create", "-n", "sortie", "--dry-run=server", "-f", "-"))
        .hasMessageContaining("violates PodSecurity");
  }

  private static String pod() throws IOException {
    var json = new ObjectMapper();
    var job = json.readTree(SERVER.kubectl("", "get", "job/drill", "-n", "sortie", "-o", "json"));
    var pod = (ObjectNode) job.at("/spec/template").deepCopy();
    pod.put("apiVersion", "v1").put("kind", "Pod");
    pod.putObject("metadata").put("name", "drill");
    return pod.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get secrets", "list prices.shop.example", "get pods/portforward"})
  void itMayReadAllThatLeaves(String what) {
    assertThat(may(what, "shop")).isEqualTo("yes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create configmaps",
        "patch deployments.apps",
        "get pods/exec",
        "create pods/exec",
        "get pods/attach",
        "delete secrets",
        "watch pods"
      })
  void itMayChangeNothingAndWatchNothing(String what) {
    assertThat(may(what, "shop")).isEqualTo("no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get secrets", "list configmaps"})
  void itMayLookIntoNoOtherNamespace(String what) {
    assertThat(may(what, "default")).isEqualTo("no");
  }

  /** kubectl says no with an exit code of its own. */
  private static String may(String what, String namespace) {
    try {
      var words = new ArrayList<>(List.of("auth", "can-i"));
      // To kubectl, pods/exec would be a pod that is called exec.
      words.addAll(List.of(what.replace("/", " --subresource=").split(" ")));
      words.addAll(List.of("-n", namespace, ACCOUNT));
      return SERVER.kubectl("", words.toArray(String[]::new)).strip();
    } catch (IllegalStateException refused) {
      return "no";
    }
  }

  @Test
  void underItsAccountNothingThatLeavesIsHidden() throws IOException {
    var here = new ArrayList<String>();
    try (var source = source(InCluster.config(account(), pod::get))) {
      source.preflight();
      source.list(item -> here.add(item.id().key()));
      assertThat(source.unlisted()).isEmpty();
    }
    assertThat(here)
        .contains(
            "secret/db",
            "price.shop.example/bread",
            "customresourcedefinition.apiextensions.k8s.io/prices.shop.example");
  }

  private final Map<String, String> pod =
      Map.of("KUBERNETES_SERVICE_HOST", "127.0.0.1", "KUBERNETES_SERVICE_PORT", "7941");

  private static KubernetesSource source(io.fabric8.kubernetes.client.Config config) {
    var line = Line.readOnly("aws");
    ResourceSelection selection = Selection.resources("shop");
    return new KubernetesSource(
        "aws", new ClusterConnection(config, line), selection, DrillKey.random());
  }

  /** What a kubelet mounts into the pod. */
  private Path account() throws IOException {
    Files.writeString(
        mounted.resolve("token"), SERVER.kubectl("", "create", "token", "sortie", "-n", "sortie"));
    var ca = SERVER
        .kubectl(
            "",
            "config",
            "view",
            "--raw",
            "-o",
            "jsonpath={.clusters[0].cluster.certificate-authority-data}")
        .strip();
    Files.write(mounted.resolve("ca.crt"), Base64.getDecoder().decode(ca));
    return mounted;
  }

  private static String resource(String name) throws IOException {
    try (var in = InsideLabTests.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
