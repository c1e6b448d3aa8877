package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;

/** Which part of the source leaves. */
public sealed interface Selection permits ObjectSelection, ResourceSelection {

  /** The objects of a bucket, all of them unless narrowed. */
  static ObjectSelection objects(String bucket) {
    return new ObjectSelection(bucket, "", "");
  }

  /** The resources of a Kubernetes namespace. */
  static ResourceSelection resources(String namespace) {
    return new ResourceSelection(namespace, "", List.of(), List.of());
  }

  /** The kinds of items that are selected. */
  Kinds kinds();
}
