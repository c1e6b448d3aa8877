package eu.sortie.drill;

import eu.sortie.scenario.Scenario;

/** One run of one scenario, for real; has an id and a folder. */
public interface Drill {

  /** Names this drill; unique. */
  String id();

  /**
   * Runs a scenario, once.
   *
   * @throws eu.sortie.scenario.Misuse before anything moves, where it cannot be run
   */
  Outcome run(Scenario scenario);
}
