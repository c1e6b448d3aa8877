package eu.sortie.yaml;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The capabilities of destinations we ship, and those in files of one's own: profiles among them. */
public final class CapabilityBook {

  private static final String FOLDER = "/eu/sortie/capabilities/";
  private static final List<String> SHIPPED = List.of(
      "ceph-rgw",
      "cleura",
      "contabo",
      "exoscale",
      "garage",
      "hetzner",
      "impossible-cloud",
      "infomaniak",
      "ionos",
      "minio",
      "open-telekom-cloud",
      "outscale",
      "ovhcloud",
      "ovhcloud-3az",
      "rustfs",
      "s3proxy",
      "scaleway",
      "scality",
      "seaweedfs",
      "stackit",
      "swift",
      "upcloud",
      "versitygw");

  private CapabilityBook() {}

  /** The names of the capabilities we ship. */
  public static List<String> names() {
    return SHIPPED;
  }

  /**
   * Loads the capabilities of a destination.
   *
   * @param name one of {@link #names}, or the path of a file that ends in {@code .yaml} or {@code .yml}
   * @throws Misuse for a name nobody knows, or with the line of what is wrong in the file
   */
  public static Capabilities load(String name) {
    if (isFile(name)) {
      return CapabilityForm.read(Page.of(path(name)), name);
    }
    if (SHIPPED.contains(name)) {
      return CapabilityForm.read(shipped(name), name);
    }
    throw new Misuse(
        "there are no capabilities %s; shipped are %s, and the path of a file ending in .yaml does as well%s"
            .formatted(
                Fields.shown(name), String.join(", ", SHIPPED), Nearest.question(name, SHIPPED)));
  }

  /** The name as it is understood in a folder: paths begin there. */
  static String in(Path folder, String name) {
    return isFile(name) ? folder.resolve(path(name)).toString() : name;
  }

  private static boolean isFile(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException broken) {
      throw new Misuse(
          "the path of the capabilities is not one: %s".formatted(broken.getReason()), broken);
    }
  }

  private static Page shipped(String name) {
    var file = name + ".yaml";
    try (var in =
        Objects.requireNonNull(CapabilityBook.class.getResourceAsStream(FOLDER + file), file)) {
      return new Page(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
