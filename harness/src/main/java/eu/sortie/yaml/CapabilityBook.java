package eu.sortie.yaml;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Subject;
import java.nio.file.Path;
import java.util.List;

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

  private static final ShippedFiles FILES =
      new ShippedFiles("the capabilities", "there are no capabilities", FOLDER, SHIPPED);

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
    var fields = fields(name);
    return isProfile(fields) ? profile(fields, name) : CapabilityForm.read(fields, name);
  }

  /**
   * The capabilities that were declared before any survey: of a profile those it names, else the same.
   *
   * @param name as {@link #load} takes it; empty where nothing is stated
   */
  public static String declared(String name) {
    if (!ShippedFiles.isFile(name)) {
      return name;
    }
    var fields = fields(name);
    return isProfile(fields)
        ? in(FILES.path(name).resolveSibling(""), ProfileFile.read(fields).declaredBy())
        : name;
  }

  /**
   * The capabilities that were {@link #declared}, as a profile names them.
   *
   * @param profile where the profile goes: the path of a file of one's own begins there
   */
  public static String declaredFrom(Path profile, String name) {
    var by = declared(name);
    return ShippedFiles.isFile(by)
        ? profile
            .toAbsolutePath()
            .resolveSibling("")
            .relativize(FILES.path(by).toAbsolutePath())
            .toString()
        : by;
  }

  /** The subject a trait is, by the trait's name: of an object where there is such a trait. */
  public static Subject subject(String trait) {
    return Subjects.kinds().stream()
        .filter(kind -> Subjects.of(kind).contains(trait))
        .findFirst()
        .map(kind -> new Subject(kind, trait))
        .orElseGet(() -> new Subject(Subjects.kinds().get(0), trait));
  }

  private static Fields fields(String name) {
    return Document.of(FILES.page(name), "capabilities").fields();
  }

  private static boolean isProfile(Fields fields) {
    return fields.find(ProfileFile.PROFILE).isPresent();
  }

  private static Capabilities profile(Fields fields, String file) {
    var profile = ProfileFile.read(fields);
    var by = in(FILES.path(file).resolveSibling(""), profile.declaredBy());
    if (ShippedFiles.isFile(by) && isProfile(fields(by))) {
      throw new Misuse(
          "%s: it is declared by another profile, %s; name the capabilities that one is declared by"
              .formatted(file, by));
    }
    return profile.capabilities(file, by.isEmpty() ? Capabilities.UNSTATED : load(by));
  }

  /** The name as it is understood in a folder: paths begin there. */
  static String in(Path folder, String name) {
    return FILES.in(folder, name);
  }
}
