package eu.sortie.k8s;

/**
 * A sort of resource that a cluster lists.
 *
 * @param group of its API; empty for the core
 * @param version of its API
 * @param plural as it stands in addresses
 * @param singular as it stands in names
 * @param kind as it stands in documents
 */
record ResourceType(String group, String version, String plural, String singular, String kind) {

  /** Where those of a namespace are listed. */
  String pathIn(String namespace) {
    return (group.isEmpty() ? "/api/" + version : "/apis/" + group + '/' + version) + "/namespaces/"
        + namespace + '/' + plural;
  }

  /** The name of one of them, as kubectl gives it: {@code deployment.apps/web}. */
  String keyOf(String name) {
    return typeName() + '/' + name;
  }

  /** As it stands in front of a name: {@code deployment.apps}. */
  String typeName() {
    return group.isEmpty() ? singular : singular + '.' + group;
  }

  @Override
  public String toString() {
    return group.isEmpty() ? plural : plural + '.' + group;
  }
}
