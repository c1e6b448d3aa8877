package eu.sortie.k8s;

/**
 * The name of a resource as {@code kubectl get -o name} gives it, in its two halves.
 *
 * @param type its sort, as in {@code deployment.apps}
 * @param name its own name
 */
record ResourceKey(String type, String name) {

  static ResourceKey of(String key) {
    int slash = key.indexOf('/');
    return new ResourceKey(key.substring(0, slash), key.substring(slash + 1));
  }
}
