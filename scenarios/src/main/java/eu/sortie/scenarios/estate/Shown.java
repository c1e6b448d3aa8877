package eu.sortie.scenarios.estate;

/**
 * A version that a listing shows.
 *
 * @param key its key
 * @param version the source's name for it; {@code null} where it has none
 * @param marker whether it says that its key was deleted
 */
record Shown(String key, String version, boolean marker) {

  /** Whether it has no name of its own, which the next write without versioning replaces. */
  boolean isNull() {
    return version.equals("null") || version.isEmpty();
  }

  /** What it is, without the name that every source makes up for itself. */
  String words() {
    return (isNull() ? "null " : "") + (marker ? "marker" : "version");
  }
}
