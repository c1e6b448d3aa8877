package eu.sortie.cli;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Limits;
import eu.sortie.drill.Progress;
import eu.sortie.evidence.DeadDrill;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.yaml.EnvironmentFile;
import eu.sortie.yaml.PriceBook;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A drill that died and is gone on with.
 *
 * @param dead what its folder tells
 * @param environment its ends, with their secrets looked up anew
 */
record Resume(DeadDrill dead, Environment environment) {

  /**
   * Finds the ends of a drill.
   *
   * @param name of the file it began with; empty to take what the drill wrote down of it
   */
  static Resume of(
      DeadDrill dead, Optional<String> name, Function<String, @Nullable String> variables) {
    return new Resume(
        dead, name.isPresent() ? named(name.get(), variables) : writtenDown(dead, variables));
  }

  private static Environment named(String name, Function<String, @Nullable String> variables) {
    if (Places.find(name, variables) instanceof Place.There there) {
      return there.environment();
    }
    throw new Misuse(
        "--environment: expected the file the drill began with, saw '%s', which would be started anew; leave it out, or name the file"
            .formatted(name));
  }

  private static Environment writtenDown(
      DeadDrill dead, Function<String, @Nullable String> variables) {
    try {
      return EnvironmentFile.read(dead.environment(), variables);
    } catch (Misuse unusable) {
      throw new Misuse(
          "%s. Or name the file the drill began with, as in --environment FILE"
              .formatted(unusable.getMessage()),
          unusable);
    }
  }

  /** The drill, about to go on. */
  Drill drill(Progress progress, Limits limits) {
    var setup = DrillSetup.at(new Place.There(environment), PriceBook::load, dead.evidence())
        .with(progress)
        .within(limits);
    return Drill.resume(setup, dead.last());
  }
}
