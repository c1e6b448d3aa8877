package eu.sortie.k8s;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a Kubernetes end, read and checked.
 *
 * @param kubeconfig the file that says where the cluster is and who asks; empty for the cluster that Sortie itself runs in
 * @param context which of its contexts; empty for the current one
 */
record KubernetesSettings(Optional<Path> kubeconfig, Optional<String> context) {

  private static final String KUBECONFIG = "kubeconfig";
  private static final String CONTEXT = "context";
  private static final String IN_CLUSTER = "in-cluster";
  private static final List<String> KNOWN = List.of(KUBECONFIG, CONTEXT, IN_CLUSTER);

  static KubernetesSettings of(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw end.misuse(
            key,
            "kubernetes: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
    if (end.text(IN_CLUSTER).filter(text -> !text.equals("false")).isPresent()) {
      return inCluster(end);
    }
    var file = end.text(KUBECONFIG)
        .map(KubernetesSettings::atHome)
        .orElseThrow(
            () -> end.misuse(
                KUBECONFIG,
                "kubernetes: no kubeconfig is named; expected a file, as in 'kubeconfig: cluster.yaml', or 'in-cluster: true' where Sortie runs in the cluster"));
    if (!Files.isReadable(file)) {
      throw end.misuse(
          KUBECONFIG,
          "kubernetes: kubeconfig '%s' cannot be read; expected a file".formatted(file));
    }
    return new KubernetesSettings(Optional.of(file), end.text(CONTEXT));
  }

  private static KubernetesSettings inCluster(End end) {
    if (!end.text(IN_CLUSTER).filter("true"::equals).isPresent()) {
      throw end.misuse(IN_CLUSTER, "kubernetes: in-cluster: expected true or false");
    }
    if (end.text(KUBECONFIG).isPresent() || end.text(CONTEXT).isPresent()) {
      throw end.misuse(
          IN_CLUSTER,
          "kubernetes: expected either a kubeconfig or 'in-cluster: true', saw both; leave one of them out");
    }
    InCluster.whyNot(InCluster.MOUNTED, System::getenv).ifPresent(because -> {
      throw end.misuse(IN_CLUSTER, "kubernetes: in-cluster: " + because);
    });
    return new KubernetesSettings(Optional.empty(), Optional.empty());
  }

  /** A shell is not there to say where {@code ~} is. */
  private static Path atHome(String file) {
    return file.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), file.substring(2))
        : Path.of(file);
  }

  /** The command that speaks to the same cluster, for people to copy. */
  String kubectl() {
    return "kubectl"
        + kubeconfig.map(file -> " --kubeconfig " + file).orElse("")
        + context.map(name -> " --context " + name).orElse("");
  }

  /** Where an API server is, as paths are put behind it. */
  static String server(String url) {
    return url.replaceAll("/$", "");
  }

  /** Where the cluster is. Nobody is asked for credentials for that: an exec plugin may take a second for each. */
  String address(End end) {
    return kubeconfig
        .map(file -> address(end, file))
        .orElseGet(() -> server(config(end).getMasterUrl()));
  }

  private String address(End end, Path from) {
    var file = parsed(end, from);
    var name = context.orElse(file.getCurrentContext());
    var named =
        file.getContexts().stream().filter(one -> one.getName().equals(name)).findFirst();
    if (named.isEmpty() && context.isPresent()) {
      throw noContext(end);
    }
    return named
        .flatMap(one -> file.getClusters().stream()
            .filter(cluster -> cluster.getName().equals(one.getContext().getCluster()))
            .findFirst())
        .map(cluster -> server(cluster.getCluster().getServer()))
        .orElseGet(() -> server(config(end).getMasterUrl()));
  }

  private static io.fabric8.kubernetes.api.model.Config parsed(End end, Path file) {
    try {
      return KubeConfigUtils.parseConfig(file.toFile());
    } catch (RuntimeException unreadable) {
      var words = String.valueOf(unreadable.getMessage()).lines().toList();
      throw end.misuse(
          KUBECONFIG,
          "kubernetes: '%s' is no kubeconfig: %s; check it with kubectl"
              .formatted(file, String.join(" ", words).replaceAll("\\s+", " ")));
    }
  }

  private Misuse noContext(End end) {
    return end.misuse(
        CONTEXT,
        "kubernetes: kubeconfig '%s' has no context '%s'"
            .formatted(kubeconfig.map(Path::toString).orElse(""), context.orElse("")));
  }

  /** How Fabric8 is told; nothing of the machine it runs on is mixed in. */
  Config config(End end) {
    return kubeconfig
        .map(file -> config(end, file))
        .orElseGet(() -> InCluster.config(InCluster.MOUNTED, System::getenv));
  }

  private Config config(End end, Path file) {
    var config = Config.fromKubeconfig(context.orElse(""), file.toFile());
    var current = config.getCurrentContext();
    if (context
        .filter(name -> current == null || !current.getName().equals(name))
        .isPresent()) {
      throw noContext(end);
    }
    return config;
  }
}
