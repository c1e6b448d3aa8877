package eu.sortie.scenario;

import eu.sortie.measure.Rate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the named ends of a scenario are.
 *
 * @param name as reports show it
 * @param ends by the name scenarios use
 * @param tariffs the name of the price list of an end, by the end's name
 * @param rates what currencies are worth in each other, given by the user with a date
 */
public record Environment(
    String name, SortedMap<String, End> ends, SortedMap<String, String> tariffs, List<Rate> rates) {

  public Environment {
    ends = Collections.unmodifiableSortedMap(new TreeMap<>(ends));
    tariffs = Collections.unmodifiableSortedMap(new TreeMap<>(tariffs));
    rates = List.copyOf(rates);
  }

  /** An environment of the given ends, with their price lists by end and without rates. */
  public static Environment of(String name, List<End> ends, Map<String, String> tariffs) {
    var byName = new TreeMap<String, End>();
    ends.forEach(end -> byName.put(end.name(), end));
    return new Environment(name, byName, new TreeMap<>(tariffs), List.of());
  }

  /**
   * Finds an end.
   *
   * @throws Misuse naming the ends there are
   */
  public End end(String endName) {
    var end = ends.get(endName);
    if (end == null) {
      throw new Misuse(
          "environment '%s' has no end '%s'; it has %s. Name one of these in the scenario's from and to, or add the end"
              .formatted(name, endName, String.join(", ", ends.keySet())));
    }
    return end;
  }
}
