package eu.sortie.k8s;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a pod reaches the cluster it runs in: by the service account that is mounted into it, and by two variables of its environment.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/">Accessing the Kubernetes API from a pod</a>
 */
final class InCluster {

  static final Path MOUNTED = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private static final String HOST = "KUBERNETES_SERVICE_HOST";
  private static final String PORT = "KUBERNETES_SERVICE_PORT";

  private InCluster() {}

  /** Why no cluster can be reached so; empty where one can. */
  static Optional<String> whyNot(Path account, UnaryOperator<String> environment) {
    if (environment.apply(HOST) == null || environment.apply(PORT) == null) {
      return Optional.of(
          "this is no pod of a cluster: %s and %s are not set; name a kubeconfig instead"
              .formatted(HOST, PORT));
    }
    return Files.isReadable(account.resolve("token"))
        ? Optional.empty()
        : Optional.of("no service account is mounted at %s; set automountServiceAccountToken: true"
            .formatted(account));
  }

  /** The token is read anew for each request: it is renewed while a pod runs. */
  static Config config(Path account, UnaryOperator<String> environment) {
    var host = environment.apply(HOST);
    // An address of IPv6 stands in brackets where a port follows.
    var address = host.contains(":") ? '[' + host + ']' : host;
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("https://%s:%s".formatted(address, environment.apply(PORT)))
        .withCaCertFile(account.resolve("ca.crt").toString())
        .withOauthTokenProvider(() -> token(account))
        .build();
  }

  private static String token(Path account) {
    try {
      return Files.readString(account.resolve("token")).strip();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
