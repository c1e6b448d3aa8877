package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InClusterTests {

  private static final Map<String, String> POD =
      Map.of("KUBERNETES_SERVICE_HOST", "10.96.0.1", "KUBERNETES_SERVICE_PORT", "443");

  @TempDir
  private Path account;

  @Test
  void aPodAsksItsOwnClusterWithTheTokenOfTheMoment() throws IOException {
    Files.writeString(account.resolve("token"), "first\n");
    assertThat(InCluster.whyNot(account, POD::get)).isEmpty();
    var config = InCluster.config(account, POD::get);

    assertThat(KubernetesSettings.server(config.getMasterUrl())).isEqualTo("https://10.96.0.1:443");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("first");
    Files.writeString(account.resolve("token"), "renewed");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("renewed");
  }

  @Test
  void anAddressOfIpv6StandsInBrackets() {
    var pod = Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443");

    assertThat(KubernetesSettings.server(InCluster.config(account, pod::get).getMasterUrl()))
        .isEqualTo("https://[fd00::1]:443");
  }

  @Test
  void aPodWithoutAnAccountIsToldTheWayOut() {
    assertThat(InCluster.whyNot(account, POD::get))
        .hasValueSatisfying(because -> assertThat(because)
            .contains("no service account is mounted", "automountServiceAccountToken: true"));
  }
}
