package eu.sortie.drill;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;

/** One run of one scenario, for real; has an id and a folder. */
public interface Drill {

  /** A drill that has not begun. */
  static Drill of(DrillSetup setup) {
    return new DrillRun(setup);
  }

  /** Names this drill and what it creates; unique. */
  String id();

  /**
   * Runs a scenario, once.
   *
   * @throws Misuse before anything moves, where it cannot be run
   */
  Outcome run(Scenario scenario);

  /** Ends the drill at the next item; it clears, leaves evidence and is inconclusive. Any thread may call. */
  void stop(String because);
}
