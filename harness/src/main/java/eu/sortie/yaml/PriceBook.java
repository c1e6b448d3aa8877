package eu.sortie.yaml;

import eu.sortie.measure.Tariff;
import eu.sortie.scenario.Misuse;
import java.nio.file.Path;
import java.util.List;

/** The tariffs we ship, and those in files of one's own. */
public final class PriceBook {

  private static final String FOLDER = "/eu/sortie/tariffs/";
  private static final List<String> SHIPPED =
      List.of("aws-eu-central-1", "aws-eu-west-3", "ovh-gra", "scaleway-fr-par");

  private static final ShippedFiles FILES =
      new ShippedFiles("the tariff", "there is no tariff", FOLDER, SHIPPED);

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
    return TariffForm.read(
        FILES.page(name), ShippedFiles.isFile(name) ? baseName(FILES.path(name)) : name);
  }

  /** The name as it is understood in a folder: paths begin there. */
  static String in(Path folder, String name) {
    return FILES.in(folder, name);
  }

  private static String baseName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
