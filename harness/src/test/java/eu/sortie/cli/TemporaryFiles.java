package eu.sortie.cli;

import java.nio.file.Path;

/** Sends the temporary files of this JVM into a folder that is a test's alone, so that it sees what is left of them. */
final class TemporaryFiles implements AutoCloseable {

  private static final String PROPERTY = "java.io.tmpdir";

  private final String usual = System.getProperty(PROPERTY);

  private TemporaryFiles() {}

  static TemporaryFiles into(Path folder) {
    var files = new TemporaryFiles();
    System.setProperty(PROPERTY, folder.toString());
    return files;
  }

  @Override
  public void close() {
    System.setProperty(PROPERTY, usual);
  }
}
