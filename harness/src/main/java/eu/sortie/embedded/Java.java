package eu.sortie.embedded;

import java.io.File;
import java.nio.file.Path;

/** The Java that runs us runs the emulators too. */
final class Java {

  private Java() {}

  static String executable() {
    return Path.of(
            System.getProperty("java.home"),
            "bin",
            File.separatorChar == '\\' ? "java.exe" : "java")
        .toString();
  }
}
