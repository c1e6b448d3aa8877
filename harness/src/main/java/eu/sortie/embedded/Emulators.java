package eu.sortie.embedded;

import eu.sortie.scenario.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with the published executables: {@code s3mock.jar} and {@code s3proxy.jar}. */
final class Emulators {

  /** Says where they are; the launcher and the build set it. */
  static final String PROPERTY = "sortie.emulators";

  private Emulators() {}

  static Path find() {
    var named = System.getProperty(PROPERTY, "");
    var folder = Path.of(named.isEmpty() ? "emulators" : named);
    for (var jar : new String[] {"s3mock.jar", "s3proxy.jar"}) {
      if (!Files.isRegularFile(folder.resolve(jar))) {
        throw new Misuse(
            "environment 'embedded': %s is not in %s; build once with 'mvn package', or set -D%s to the folder that holds it"
                .formatted(jar, folder.toAbsolutePath(), PROPERTY));
      }
    }
    return folder;
  }
}
