package eu.sortie.drill;

import eu.sortie.measure.Archived;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Restoring;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Tariff;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What crossed the lines of both ends, at the price lists the environment names. */
final class Pricing {

  private final Map<String, Tariff> byEnd = new TreeMap<>();

  /**
   * Looks up all price lists at once: one that is not there is said before anything moves.
   *
   * @throws eu.sortie.scenario.Misuse where an environment names a price list nobody has
   */
  Pricing(Environment environment, Function<String, Tariff> tariffs) {
    environment.tariffs().forEach((end, tariff) -> byEnd.put(end, tariffs.apply(tariff)));
  }

  Cost of(Ends ends, Predicate<Stage> stages) {
    return of(ends.from(), ends.sourceLine(), stages)
        .plus(of(ends.to(), ends.destinationLine(), stages));
  }

  /** Whether every end has a price list; otherwise a sum would be a guess. */
  boolean isComplete(Ends ends) {
    return unpriced(ends).isEmpty();
  }

  /** What crossed both lines so far, at list price. */
  Bill bill(Ends ends) {
    return new Bill(of(ends, Stage::isExit), of(ends, stage -> true), basis(ends), unpriced(ends));
  }

  private List<String> unpriced(Ends ends) {
    return Stream.of(ends.from(), ends.to())
        .filter(end -> tariff(end).isEmpty())
        .map(End::name)
        .toList();
  }

  /** What it would take to restore what is archived at the source. */
  Restoring ofRestoring(Ends ends, Map<String, Archived> archived) {
    var source = ends.from();
    return tariff(source)
        .map(tariff -> tariff.ofRestoring(source.name(), archived))
        .orElseGet(
            () -> Restoring.unpriced(archived, "'%s' has no price list".formatted(source.name())));
  }

  private List<String> basis(Ends ends) {
    var basis = new ArrayList<String>();
    if (unpriced(ends).size() == 2) {
      return basis;
    }
    for (var end : List.of(ends.from(), ends.to())) {
      basis.add(tariff(end)
          .map(tariff -> "'%s': %s (%s), prices of %s in %s"
              .formatted(
                  end.name(),
                  tariff.name(),
                  tariff.vendor(),
                  tariff.retrieved(),
                  tariff.currency()))
          .orElse("'%s' has no price list: what it would charge is not in these sums"
              .formatted(end.name())));
    }
    basis.add(
        "List prices without taxes and discounts; nothing else is taken to have left in the same month.");
    basis.add("Storage by the month is not counted: what a drill stores, it removes again.");
    return basis;
  }

  private Cost of(End end, Line line, Predicate<Stage> stages) {
    return tariff(end)
        .map(tariff -> tariff.of(end.name(), line.meter().usage().operations(stages)))
        .orElse(Cost.NONE);
  }

  private Optional<Tariff> tariff(End end) {
    return Optional.ofNullable(byEnd.get(end.name()));
  }
}
