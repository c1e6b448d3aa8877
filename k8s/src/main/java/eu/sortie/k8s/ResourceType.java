package eu.sortie.k8s;

import java.util.Set;

/**
 * A sort of resource that a cluster lists.
 *
 * @param group of its API; empty for the core
 * @param version of its API
 * @param plural as it stands in addresses
 * @param singular as it stands in names
 * @param kind as it stands in documents
 * @param namespaced whether its resources are in namespaces
 */
record ResourceType(
    String group, String version, String plural, String singular, String kind, boolean namespaced) {

  /** What defines a sort of one's own. */
  static final ResourceType DEFINITION = new ResourceType(
      "apiextensions.k8s.io",
      "v1",
      "customresourcedefinitions",
      "customresourcedefinition",
      "CustomResourceDefinition",
      false);

  /** What says which pods matter more. */
  static final ResourceType PRIORITY_CLASS = new ResourceType(
      "scheduling.k8s.io", "v1", "priorityclasses", "priorityclass", "PriorityClass", false);

  private static final Set<String> BUILT_IN = Set.of(
      "networking.k8s.io",
      "storage.k8s.io",
      "discovery.k8s.io",
      "events.k8s.io",
      "coordination.k8s.io",
      "certificates.k8s.io",
      "scheduling.k8s.io",
      "node.k8s.io",
      "resource.k8s.io");

  ResourceType(String group, String version, String plural, String singular, String kind) {
    this(group, version, plural, singular, kind, true);
  }

  /** Where those of a namespace are listed; of a cluster, where all of them are. */
  String pathIn(String namespace) {
    var api = group.isEmpty() ? "/api/" + version : "/apis/" + group + '/' + version;
    return namespaced ? api + "/namespaces/" + namespace + '/' + plural : api + '/' + plural;
  }

  /** Where one of them is. */
  String pathOf(String namespace, String name) {
    return pathIn(namespace) + '/' + name;
  }

  /** The name of one of them, as kubectl gives it: {@code deployment.apps/web}. */
  String keyOf(String name) {
    return typeName() + '/' + name;
  }

  /** As it stands in front of a name: {@code deployment.apps}. */
  String typeName() {
    return group.isEmpty() ? singular : singular + '.' + group;
  }

  /** Whether somebody may have defined it: the groups of Kubernetes itself have no dot, or end in {@code k8s.io}. */
  boolean mayBeCustom() {
    return group.contains(".")
        && !group.endsWith(".authorization.k8s.io")
        && !BUILT_IN.contains(group);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? plural : plural + '.' + group;
  }
}
