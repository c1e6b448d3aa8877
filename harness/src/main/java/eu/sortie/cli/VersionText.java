package eu.sortie.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = VersionText.class.getPackage().getImplementationVersion();
    return new String[] {
      "sortie " + (version == null ? "development" : version),
      "java %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"))
    };
  }
}
