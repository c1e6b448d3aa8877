package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesSettingsTests {

  private static final String KUBECONFIG = """
      apiVersion: v1
      kind: Config
      clusters:
        - {name: paris, cluster: {server: "https://paris.example:6443"}}
        - {name: berlin, cluster: {server: "https://berlin.example:6443"}}
      users: [{name: me, user: {token: secret}}]
      contexts:
        - {name: paris, context: {cluster: paris, user: me}}
        - {name: berlin, context: {cluster: berlin, user: me}}
      current-context: paris
      """;

  @TempDir
  private Path folder;

  private Path file;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void aKubeconfig() throws IOException {
    file = folder.resolve("config");
    Files.writeString(file, KUBECONFIG);
    settings.put("kubeconfig", file.toString());
  }

  private End end() {
    return End.of("aws", true, "kubernetes", settings, Capabilities.UNSTATED);
  }

  private String address() {
    return new KubernetesProtocol().address(end());
  }

  @Test
  void theCurrentContextIsMeantUnlessOneIsNamed() {
    assertThat(address()).isEqualTo("https://paris.example:6443");
    settings.put("context", "berlin");
    assertThat(address()).isEqualTo("https://berlin.example:6443");
  }

  @Test
  void nobodyIsAskedForCredentialsToSayWhereAClusterIs() throws IOException {
    var asked = folder.resolve("asked");
    Files.writeString(
        file,
        KUBECONFIG.replace(
            "{token: secret}",
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [\"%s\"]}}"
                .formatted(asked)));

    new KubernetesProtocol().check(end());
    assertThat(address()).isEqualTo("https://paris.example:6443");
    assertThat(asked).doesNotExist();
  }

  @Test
  void aContextThatIsNotThereIsNamed() {
    settings.put("context", "rome");
    assertThatThrownBy(this::address)
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("has no context 'rome'");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    settings.put("kubeconfig", folder.resolve("nowhere").toString());
    assertThatThrownBy(this::address)
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("nowhere' cannot be read; expected a file");
  }

  @Test
  void aFileThatIsNoKubeconfigIsNamedInOneLine() throws IOException {
    Files.writeString(file, "not: [a kubeconfig");
    assertThatThrownBy(() -> new KubernetesProtocol().check(end()))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("is no kubeconfig: while parsing")
        .hasMessageContaining("check it with kubectl")
        .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
  }

  @Test
  void aClusterWithoutAKubeconfigIsRefused() {
    settings.remove("kubeconfig");
    assertThatThrownBy(this::address)
        .isInstanceOf(Misuse.class)
        .hasMessageContaining(
            "no kubeconfig is named; expected a file, as in 'kubeconfig: cluster.yaml'");
  }

  @Test
  void aKeyThatMeansNothingIsNamedWithThoseThatDo() {
    settings.put("contex", "berlin");
    assertThatThrownBy(this::address)
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("unknown key 'contex'; known are kubeconfig, context, in-cluster");
  }

  @Test
  void theCommandForPeopleSpeaksToTheSameCluster() {
    settings.put("context", "berlin");
    assertThat(KubernetesSettings.of(end()).kubectl())
        .isEqualTo("kubectl --kubeconfig " + file + " --context berlin");
  }

  @Test
  void inAClusterNothingElseIsNamed() {
    settings.put("in-cluster", "true");
    assertThatThrownBy(() -> KubernetesSettings.of(end()))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("expected either a kubeconfig or 'in-cluster: true', saw both");
  }

  @Test
  void outsideOfAClusterThatIsSaidWithTheWayOut() {
    settings.remove("kubeconfig");
    settings.put("in-cluster", "true");
    assertThatThrownBy(() -> KubernetesSettings.of(end()))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining(
            "this is no pod of a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set; name a kubeconfig instead");
  }

  @Test
  void insideOfAClusterIsYesOrNo() {
    settings.remove("kubeconfig");
    settings.put("in-cluster", "perhaps");
    assertThatThrownBy(() -> KubernetesSettings.of(end()))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("in-cluster: expected true or false");
  }
}
