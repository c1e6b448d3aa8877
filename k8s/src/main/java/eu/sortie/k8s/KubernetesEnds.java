package eu.sortie.k8s;

import eu.sortie.scenario.End;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.spi.Line;
import eu.sortie.spi.Source;

/** Opens ends that are Kubernetes clusters; settings {@code kubeconfig} and {@code context}. */
final class KubernetesEnds {

  private KubernetesEnds() {}

  /** Opens a cluster to read a namespace from. */
  static Source source(End end, Line line, ResourceSelection selection) {
    var config = KubernetesSettings.of(end).config(end);
    return new KubernetesSource(
        end.name(), new ClusterConnection(config, line), selection, DrillKey.ofThisRun());
  }
}
