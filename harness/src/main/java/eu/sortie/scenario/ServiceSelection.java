package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;
import java.util.Locale;

/**
 * The services and scheduled tasks of an ECS cluster that leave, as resources of Kubernetes.
 *
 * @param cluster its name at the source
 * @param services the services that leave, by name; none for all of them and for the scheduled tasks too
 * @param into the namespace at the destination; empty for one the drill creates and removes again
 * @param untranslated the rules of translation that are switched off, by name: what they are about is carried as it is
 * @param replacements texts of the source that are replaced wherever they stand, one after the other, after the rules
 */
public record ServiceSelection(
    String cluster,
    List<String> services,
    String into,
    List<String> untranslated,
    List<Replacement> replacements)
    implements NamespaceSelection {

  private static final int LONGEST_NAMESPACE = 40;

  public ServiceSelection {
    if (cluster.isBlank()) {
      throw new Misuse(
          "services: no cluster is named, expected the name of an ECS cluster at the source");
    }
    services = List.copyOf(services);
    untranslated = List.copyOf(untranslated);
    replacements = List.copyOf(replacements);
  }

  /** Narrows it to some services; scheduled tasks stay behind then. */
  public ServiceSelection only(String... names) {
    return new ServiceSelection(cluster, List.of(names), into, untranslated, replacements);
  }

  /** Says in which namespace of the destination they arrive. */
  public ServiceSelection into(String destinationNamespace) {
    return new ServiceSelection(
        cluster, services, destinationNamespace, untranslated, replacements);
  }

  /** Switches rules of translation off. */
  public ServiceSelection untranslated(String... rules) {
    return new ServiceSelection(cluster, services, into, List.of(rules), replacements);
  }

  /** Has texts of the source replaced. */
  public ServiceSelection replacing(Replacement... texts) {
    return new ServiceSelection(cluster, services, into, untranslated, List.of(texts));
  }

  /** The cluster's name in the letters a namespace may have, short enough for more behind it. */
  @Override
  public String namespace() {
    var name = cluster.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var cut = name.substring(0, Math.min(name.length(), LONGEST_NAMESPACE));
    var letters = cut.replaceAll("^-|-$", "");
    return letters.isEmpty() ? "ecs" : letters;
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(ResourceTraits.RESOURCE);
  }

  @Override
  public String toString() {
    return services.isEmpty()
        ? "services of " + cluster
        : "services %s of %s".formatted(String.join(", ", services), cluster);
  }
}
