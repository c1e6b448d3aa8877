package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Surroundings;
import eu.sortie.yaml.EnvironmentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds environments: those Sortie starts itself by name, a user's own by file. */
public final class Places {

  private Places() {}

  /**
   * Finds an environment.
   *
   * @param name of one that is started for a drill, or a file
   * @throws Misuse where there is neither, or the file cannot be read
   */
  public static Place find(String name) {
    return find(name, System::getenv);
  }

  static Place find(String name, Function<String, @Nullable String> variables) {
    var all = started().stream().flatMap(Places::withVariants).toList();
    var started =
        all.stream().filter(surroundings -> surroundings.name().equals(name)).findFirst();
    if (started.isPresent()) {
      return new Place.Started(started.get());
    }
    var file = Path.of(name);
    if (!Files.exists(file)) {
      var names = all.stream().map(Surroundings::name).collect(Collectors.joining(", "));
      throw new Misuse(
          "there is no environment '%s': expected one that Sortie starts itself (%s) or a file"
              .formatted(name, names));
    }
    return new Place.There(EnvironmentFile.read(file, variables));
  }

  static Stream<Surroundings> withVariants(Surroundings surroundings) {
    return Stream.concat(Stream.of(surroundings), surroundings.variants().stream());
  }

  /** The environments that Sortie starts itself, without their variants. */
  static List<Surroundings> started() {
    return ServiceLoader.load(Surroundings.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
