package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;

/** Which part of the source leaves. */
public sealed interface Selection permits ObjectSelection, NamespaceSelection, ImageSelection {

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

  /** The images of repositories of an OCI registry; one as in {@code shop/web@sha256:…} is a single image. */
  static ImageSelection images(String... repositories) {
    return new ImageSelection(List.of(repositories), "", "");
  }

  /** The images of all repositories whose names begin so. */
  static ImageSelection imagesUnder(String prefix) {
    return new ImageSelection(List.of(), prefix, "");
  }

  /** The kinds of items that are selected. */
  Kinds kinds();
}
