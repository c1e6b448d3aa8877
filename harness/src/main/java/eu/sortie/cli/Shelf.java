package eu.sortie.cli;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Estate;
import eu.sortie.yaml.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds scenarios: those that ship by name, a user's own by file. */
final class Shelf {

  private final List<Catalogue> catalogues = ServiceLoader.load(Catalogue.class).stream()
      .map(ServiceLoader.Provider::get)
      .toList();

  List<Published> published() {
    return catalogues.stream()
        .flatMap(catalogue -> catalogue.published().stream())
        .toList();
  }

  /**
   * Finds a scenario with the estate for it.
   *
   * @param name of one that ships, or a file
   * @param folder the user's own folder to fill an emulated source with
   */
  Found find(String name, Optional<Path> folder) {
    folder.ifPresent(Shelf::requireFolder);
    var shipped = published().stream().filter(one -> one.name().equals(name)).findFirst();
    if (shipped.isPresent()) {
      var scenario = ScenarioFile.read(shipped.get().text(), shipped.get().file());
      return new Found(scenario, shipped.get().estate().estate(folder), folder.isPresent());
    }
    var file = Path.of(name);
    if (!Files.exists(file)) {
      throw new Misuse("there is no scenario '%s': expected one that ships (%s) or a file"
          .formatted(name, names()));
    }
    var scenario = ScenarioFile.read(file);
    return new Found(scenario, folder.map(own -> folderEstate(own, scenario)), folder.isPresent());
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Misuse("--estate: expected a folder whose files leave, saw %s at %s"
          .formatted(Files.exists(folder) ? "a file" : "nothing", folder));
    }
  }

  private Estate folderEstate(Path folder, Scenario scenario) {
    if (!(scenario.selection() instanceof ObjectSelection objects)) {
      throw new Misuse(
          "--estate: a folder's files leave as objects, but %s are to leave; leave --estate out"
              .formatted(scenario.selection()));
    }
    var bucket = objects.bucket();
    return catalogues.stream()
        .findFirst()
        .map(catalogue -> catalogue.folder(folder, bucket))
        .orElseThrow(() -> new Misuse(
            "--estate: nothing on the class path can load a folder; run the sortie that ships"));
  }

  private String names() {
    var names = published().stream().map(Published::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none is on the class path" : names;
  }

  /** The names of those that ship, for the shell to complete. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new Shelf().published().stream().map(Published::name).iterator();
    }
  }
}
