package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;

/** Which part of the source leaves. */
public sealed interface Selection permits ObjectSelection, NamespaceSelection {

  /** The objects of a bucket, all of them unless narrowed. */
  static ObjectSelection objects(String bucket) {
    return new ObjectSelection(bucket, "", "");
  }

  /** The resources of a Kubernetes namespace. */
  static ResourceSelection resources(String namespace) {
    return new ResourceSelection(namespace, "", List.of(), List.of());
  }

  /** The services and scheduled tasks of an ECS cluster, all of them unless narrowed. */
  static ServiceSelection services(String cluster) {
    return new ServiceSelection(cluster, List.of(), "", List.of(), List.of());
  }

  /** The kinds of items that are selected. */
  Kinds kinds();
}
