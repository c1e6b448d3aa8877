package eu.sortie.drill;

import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of all that took part on this side. */
final class Versions {

  private Versions() {}

  static String sortie() {
    var ours = Versions.class.getPackage().getImplementationVersion();
    return ours == null ? "development" : ours;
  }

  static SortedMap<String, String> all() {
    var versions = new TreeMap<String, String>();
    versions.put("sortie", sortie());
    versions.put("java", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")));
    versions.put(
        "system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    return versions;
  }
}
