package eu.sortie.proof;

/**
 * One entry in the history of a key, as the oracle sees it.
 *
 * @param kind object or delete-marker
 * @param id the server's name for it; empty where it keeps one version of a key
 * @param sight all that can be seen of it, its place aside
 */
record Version(String kind, String id, Sight sight) {

  boolean isMarker() {
    return kind.equals("delete-marker");
  }

  boolean isNull() {
    return id.equals("null");
  }

  boolean isLike(Version other) {
    return kind.equals(other.kind)
        && sight.trait("content").equals(other.sight.trait("content"))
        && sight.trait("size").equals(other.sight.trait("size"));
  }
}
