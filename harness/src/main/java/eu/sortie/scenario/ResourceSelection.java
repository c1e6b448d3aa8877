package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;

/**
 * The resources of a Kubernetes namespace that leave.
 *
 * @param namespace where they are at the source
 * @param into the namespace at the destination; empty for one the drill creates and removes again
 */
public record ResourceSelection(String namespace, String into) implements Selection {

  public ResourceSelection {
    if (namespace.isBlank()) {
      throw new Misuse(
          "resources: no namespace is named, expected the name of a namespace at the source");
    }
  }

  /** Says in which namespace of the destination they arrive. */
  public ResourceSelection into(String destinationNamespace) {
    return new ResourceSelection(namespace, destinationNamespace);
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(ResourceTraits.RESOURCE);
  }

  @Override
  public String toString() {
    return "resources of " + namespace;
  }
}
