package eu.sortie.drill;

import eu.sortie.measure.Meter;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Line;
import eu.sortie.spi.Source;
import java.util.List;

/**
 * Both ends of a drill, opened, each on its line.
 *
 * @param from where the source is
 * @param to where the destination is
 * @param source read only
 * @param sourceLine lets reads through until the cut
 * @param destination written, then read back
 * @param destinationLine lets everything through
 */
record Ends(
    End from, End to, Source source, Line sourceLine, Destination destination, Line destinationLine)
    implements AutoCloseable {

  static Ends open(Scenario scenario, Environment environment, String drillId) {
    var from = environment.end(scenario.from());
    var to = environment.end(scenario.to());
    environment.ends().values().forEach(end -> Protocols.of(end).check(end));
    var selection = scenario.selection();
    if (address(from).equalsIgnoreCase(address(to))) {
      throw new Misuse(
          "'%s' and '%s' are the same place, %s: leaving for where one is proves nothing; name two places"
              .formatted(from.name(), to.name(), address(from)));
    }
    var sourceLine = Line.readOnly(from.name());
    var destinationLine = Line.open(to.name());
    return new Ends(
        from,
        to,
        Protocols.of(from).source(from, sourceLine, selection),
        sourceLine,
        Protocols.of(to).destination(to, destinationLine, selection, drillId),
        destinationLine);
  }

  static String address(End end) {
    return Protocols.of(end).address(end);
  }

  List<Meter> meters() {
    return List.of(sourceLine.meter(), destinationLine.meter());
  }

  void enter(Stage stage) {
    meters().forEach(meter -> meter.enter(stage));
  }

  @Override
  public void close() {
    try (destination) {
      source.close();
    }
  }
}
