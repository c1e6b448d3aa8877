package eu.sortie.scenarios.estate;

import eu.sortie.inventory.Trait;
import eu.sortie.spi.PlantedCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A known-hard history before it is planted.
 *
 * @param id its number in the failure catalogue
 * @param what it is, in one sentence
 * @param traits the names of the traits it is about
 * @param acts what is done, in order
 */
record PoisonHistory(String id, String what, Set<String> traits, List<Act> acts) {

  PoisonHistory {
    traits = Set.copyOf(traits);
    acts = List.copyOf(acts);
  }

  static PoisonHistory history(String id, String what, Act... acts) {
    return new PoisonHistory(id, what, Set.of(), List.of(acts));
  }

  /** Narrows it to what it is about. */
  PoisonHistory about(Trait... some) {
    return new PoisonHistory(
        id,
        what,
        Arrays.stream(some).map(Trait::name).collect(Collectors.toUnmodifiableSet()),
        acts);
  }

  List<String> keys() {
    return acts.stream().map(Act::key).distinct().toList();
  }

  List<Act> at(Moment moment) {
    return acts.stream().filter(act -> act.when() == moment).toList();
  }

  /** What one of its keys has to show in the end, oldest first. */
  List<Planted> of(String key) {
    var history = new ArrayList<Planted>();
    for (var act : acts) {
      if (act.key().equals(key) && !act.passes()) {
        boolean isNull = act.when() == Moment.BEFORE || act.when() == Moment.SUSPENDED;
        if (isNull) {
          history.removeIf(Planted::isNull);
        }
        history.add(new Planted(act, isNull));
      }
    }
    return history;
  }

  PlantedCase planted() {
    return notPlanted("");
  }

  PlantedCase notPlanted(String because) {
    return new PlantedCase(id, what, keys(), traits, because);
  }

  /**
   * One version that stays.
   *
   * @param act what made it
   * @param isNull whether the bucket gave it no name of its own
   */
  record Planted(Act act, boolean isNull) {

    String words() {
      return (isNull ? "null " : "") + (act.written() == null ? "marker" : "version");
    }
  }
}
