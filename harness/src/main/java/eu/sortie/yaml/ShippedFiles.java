package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Files of one sort that we ship, each by its name, beside which a user may put a file of their own by its path.
 *
 * @param what they are, as in {@code the tariff}
 * @param none how it is said that there is none of a name, as in {@code there is no tariff}
 * @param folder where the shipped ones are, among the resources
 * @param shipped their names
 */
record ShippedFiles(String what, String none, String folder, List<String> shipped) {

  /** Whether a name is the path of a file of the user's own. */
  static boolean isFile(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** The name as it is understood in a folder: paths begin there. */
  String in(Path begin, String name) {
    return isFile(name) ? begin.resolve(path(name)).toString() : name;
  }

  Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException broken) {
      throw new Misuse("the path of %s is not one: %s".formatted(what, broken.getReason()), broken);
    }
  }

  /**
   * The file of a name.
   *
   * @throws Misuse for a name nobody knows
   */
  Page page(String name) {
    if (isFile(name)) {
      return Page.of(path(name));
    }
    if (!shipped.contains(name)) {
      throw new Misuse(
          "%s %s; shipped are %s, and the path of a file ending in .yaml does as well%s"
              .formatted(
                  none,
                  Fields.shown(name),
                  String.join(", ", shipped),
                  Nearest.question(name, shipped)));
    }
    var file = name + ".yaml";
    try (var in =
        Objects.requireNonNull(ShippedFiles.class.getResourceAsStream(folder + file), file)) {
      return new Page(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
