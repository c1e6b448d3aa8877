package eu.sortie.yaml;

import java.nio.file.Path;

/** What a file of ours holds, told by its keys. */
public enum FileKind {
  SCENARIO,
  ENVIRONMENT;

  /**
   * Looks into a file; one that names neither is taken for a scenario, whose reader then says what is missing.
   *
   * @throws eu.sortie.scenario.Misuse where it cannot be read or is no YAML
   */
  public static FileKind of(Path file) {
    var fields = Document.of(Page.of(file), "a scenario or an environment").fields();
    return fields.find("environment").isPresent() || fields.find("ends").isPresent()
        ? ENVIRONMENT
        : SCENARIO;
  }
}
