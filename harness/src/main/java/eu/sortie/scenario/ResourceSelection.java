package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;

/**
 * The resources of a Kubernetes namespace that leave.
 *
 * @param namespace where they are at the source
 * @param into the namespace at the destination; empty for one the drill creates and removes again
 * @param untranslated the rules of translation that are switched off, by name: what they are about is carried as it is
 * @param replacements texts of the source that are replaced wherever they stand, one after the other, after the rules
 */
public record ResourceSelection(
    String namespace, String into, List<String> untranslated, List<Replacement> replacements)
    implements NamespaceSelection {

  public ResourceSelection {
    if (namespace.isBlank()) {
      throw new Misuse(
          "resources: no namespace is named, expected the name of a namespace at the source");
    }
    untranslated = List.copyOf(untranslated);
    replacements = List.copyOf(replacements);
  }

  /** Says in which namespace of the destination they arrive. */
  public ResourceSelection into(String destinationNamespace) {
    return new ResourceSelection(namespace, destinationNamespace, untranslated, replacements);
  }

  /** Switches rules of translation off. */
  public ResourceSelection untranslated(String... rules) {
    return new ResourceSelection(namespace, into, List.of(rules), replacements);
  }

  /** Has texts of the source replaced. */
  public ResourceSelection replacing(Replacement... texts) {
    return new ResourceSelection(namespace, into, untranslated, List.of(texts));
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
