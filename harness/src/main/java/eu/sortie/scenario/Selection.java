package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;

/** Which part of the source leaves. */
public sealed interface Selection permits ObjectSelection, ResourceSelection {

  /** The objects of a bucket, all of them unless narrowed. */
  static ObjectSelection objects(String bucket) {
    return new ObjectSelection(bucket, "", "");
  }

  /** The resources of a Kubernetes namespace. */
  static ResourceSelection resources(String namespace) {
    return new ResourceSelection(namespace, "");
  }

  /** The kinds of items that are selected. */
  Kinds kinds();
}
