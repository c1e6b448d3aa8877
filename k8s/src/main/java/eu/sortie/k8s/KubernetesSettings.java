package eu.sortie.k8s;

import eu.sortie.scenario.End;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a Kubernetes end, read and checked.
 *
 * @param kubeconfig the file that says where the cluster is and who asks
 * @param context which of its contexts; empty for the current one
 */
record KubernetesSettings(Path kubeconfig, Optional<String> context) {

  private static final String KUBECONFIG = "kubeconfig";
  private static final String CONTEXT = "context";
  private static final List<String> KNOWN = List.of(KUBECONFIG, CONTEXT);

  static KubernetesSettings of(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw end.misuse(
            key,
            "kubernetes: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
    var file = end.text(KUBECONFIG)
        .map(KubernetesSettings::atHome)
        .orElseThrow(
            () -> end.misuse(
                KUBECONFIG,
                "kubernetes: no kubeconfig is named; expected a file, as in 'kubeconfig: cluster.yaml'"));
    if (!Files.isReadable(file)) {
      throw end.misuse(
          KUBECONFIG,
          "kubernetes: kubeconfig '%s' cannot be read; expected a file".formatted(file));
    }
    return new KubernetesSettings(file, end.text(CONTEXT));
  }

  /** A shell is not there to say where {@code ~} is. */
  private static Path atHome(String file) {
    return file.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), file.substring(2))
        : Path.of(file);
  }

  /** The command that speaks to the same cluster, for people to copy. */
  String kubectl() {
    return "kubectl --kubeconfig %s%s"
        .formatted(kubeconfig, context.map(name -> " --context " + name).orElse(""));
  }

  /** How Fabric8 is told; nothing of the machine it runs on is mixed in. */
  Config config(End end) {
    var config = Config.fromKubeconfig(context.orElse(""), kubeconfig.toFile());
    var current = config.getCurrentContext();
    if (context
        .filter(name -> current == null || !current.getName().equals(name))
        .isPresent()) {
      throw end.misuse(
          CONTEXT,
          "kubernetes: kubeconfig '%s' has no context '%s'"
              .formatted(kubeconfig, context.orElse("")));
    }
    return config;
  }
}
