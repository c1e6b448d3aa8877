package eu.sortie.k8s;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.NamespaceSelection;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ends that are Kubernetes clusters; settings {@code kubeconfig} and {@code context}. */
public final class KubernetesProtocol implements Protocol {

  /** For {@link java.util.ServiceLoader}. */
  public KubernetesProtocol() {}

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public void check(End end) {
    KubernetesSettings.of(end).address(end);
  }

  @Override
  public String address(End end) {
    return KubernetesSettings.of(end).address(end);
  }

  @Override
  public Source source(End end, Line line, Selection selection) {
    return new KubernetesSource(
        end.name(), connect(end, line), ofNamespace(end, selection), DrillKey.ofThisRun());
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    var settings = KubernetesSettings.of(end);
    return new KubernetesDestination(
        end.name(),
        settings,
        () -> settings.config(end),
        connect(end, line),
        intoNamespace(end, selection),
        drillId,
        DrillKey.ofThisRun(),
        Removal.PATIENCE);
  }

  private static ClusterConnection connect(End end, Line line) {
    return new ClusterConnection(KubernetesSettings.of(end).config(end), line);
  }

  private static ResourceSelection ofNamespace(End end, Selection selection) {
    if (selection instanceof ResourceSelection resources) {
      return resources;
    }
    throw noResources(end, selection);
  }

  private static NamespaceSelection intoNamespace(End end, Selection selection) {
    if (selection instanceof NamespaceSelection resources) {
      return resources;
    }
    throw noResources(end, selection);
  }

  private static Misuse noResources(End end, Selection selection) {
    return new Misuse(
        "end '%s' is a Kubernetes cluster and holds resources, but %s are to leave; name another end, or export 'resources: {namespace: NAME}'"
            .formatted(end.name(), selection));
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    var findings = new ArrayList<Finding>();
    try (var connection = connect(end, line)) {
      var version = connection.get("/version").path("gitVersion").asText();
      findings.add(new Finding("the cluster answers", Answer.YES, "Kubernetes " + version));
      var sorts = new Discovery(connection).types().size();
      findings.add(new Finding(
          "its sorts of resources can be listed", Answer.YES, sorts + " in a namespace"));
    } catch (IOException | RuntimeException failed) {
      findings.add(new Finding(
          findings.isEmpty() ? "the cluster answers" : "its sorts of resources can be listed",
          Answer.NO,
          "%s; check the kubeconfig with kubectl".formatted(failed.getMessage())));
    }
    return findings;
  }
}
