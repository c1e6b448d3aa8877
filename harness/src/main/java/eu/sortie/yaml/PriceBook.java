package eu.sortie.yaml;

import eu.sortie.measure.Tariff;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The tariffs we ship, and those in files of one's own. */
public final class PriceBook {

  private static final String FOLDER = "/eu/sortie/tariffs/";
  private static final List<String> SHIPPED =
      List.of("aws-eu-central-1", "aws-eu-west-3", "ovh-gra", "scaleway-fr-par");

  private PriceBook() {}

  /** The names of the tariffs we ship. */
  public static List<String> names() {
    return SHIPPED;
  }

  /**
   * Loads a tariff.
   *
   * @param name one of {@link #names}, or the path of a file that ends in {@code .yaml} or {@code .yml}
   * @throws Misuse for a name nobody knows, or with the line of what is wrong in the file
   */
  public static Tariff load(String name) {
    if (isFile(name)) {
      var file = path(name);
      return TariffForm.read(Page.of(file), baseName(file));
    }
    if (SHIPPED.contains(name)) {
      return TariffForm.read(shipped(name), name);
    }
    throw new Misuse(
        "there is no tariff %s; shipped are %s, and the path of a file ending in .yaml does as well%s"
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
          "the path of the tariff is not one: %s".formatted(broken.getReason()), broken);
    }
  }

  private static String baseName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }

  private static Page shipped(String name) {
    var file = name + ".yaml";
    try (var in =
        Objects.requireNonNull(PriceBook.class.getResourceAsStream(FOLDER + file), file)) {
      return new Page(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
