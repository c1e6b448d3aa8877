package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a survey takes place: an emulated source that goes with it, and the end that is tried.
 *
 * <p>The end is handed to the drill as one that stays, so that what was written is cleared item by item and whatever cannot be is named.
 */
final class SurveyGround implements AutoCloseable {

  private static final String SOURCE = "aws";

  private final End source;
  private final End destination;
  private final Environment environment;
  private final List<Surroundings.Running> running;
  private final Thread hook = new Thread(this::stop, "sortie-survey");

  private SurveyGround(
      End source, End destination, Environment environment, List<Surroundings.Running> running) {
    this.source = source;
    this.destination = destination;
    this.environment = environment;
    this.running = running;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts the source, and the destination where it is one that is started.
   *
   * @param planting starts the source
   */
  static SurveyGround at(Place place, String end, Surroundings planting, Console console) {
    // A misspelt end costs nothing yet.
    if (place instanceof Place.There there) {
      there.environment().end(end);
    }
    var running = new ArrayList<Surroundings.Running>();
    try {
      var source = start(planting, running, console);
      var where = place instanceof Place.There there
          ? there.environment()
          : started((Place.Started) place, planting, running, source, console);
      return new SurveyGround(
          emulated(source.end(SOURCE), end), where.end(end), where, List.copyOf(running));
    } catch (Misuse misuse) {
      running.forEach(Surroundings.Running::close);
      throw misuse;
    }
  }

  private static Environment started(
      Place.Started place,
      Surroundings planting,
      List<Surroundings.Running> running,
      Environment source,
      Console console) {
    return place.surroundings().name().equals(planting.name())
        ? source
        : start(place.surroundings(), running, console);
  }

  private static Environment start(
      Surroundings surroundings, List<Surroundings.Running> running, Console console) {
    console.note("starting environment '%s'".formatted(surroundings.name()));
    try {
      var started = surroundings.start(
          Path.of(System.getProperty("java.io.tmpdir")), nothingToRemember -> {});
      running.add(started);
      return started.environment();
    } catch (IOException failed) {
      throw new Misuse(
          "environment '%s' does not start: %s".formatted(surroundings.name(), failed.getMessage()),
          failed);
    }
  }

  private static End emulated(End source, String destination) {
    var name = destination.equals("planted") ? "planted-source" : "planted";
    return new End(
        name, false, source.protocol(), source.settings(), Capabilities.UNSTATED, source.place());
  }

  End source() {
    return source;
  }

  End destination() {
    return destination;
  }

  /** Both ends, with the destination's price list. */
  Environment environment() {
    var ends = new TreeMap<>(Map.of(source.name(), source, destination.name(), destination));
    var tariffs = new TreeMap<>(environment.tariffs());
    tariffs.keySet().retainAll(List.of(destination.name()));
    return new Environment(environment.name(), ends, tariffs, environment.rates());
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // Then the hook does the same once more, which does no harm.
    }
  }

  private void stop() {
    running.forEach(Surroundings.Running::close);
  }
}
