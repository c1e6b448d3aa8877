package eu.sortie.drill;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;

/** One run of one scenario, for real; has an id and a folder. */
public interface Drill {

  /** A drill that has not begun. */
  static Drill of(DrillSetup setup) {
    return new DrillRun(setup, null);
  }

  /**
   * A drill whose process died, to be gone on with where it was: what it finished is not done again, its verdict is that of a drill
   * nobody disturbed, and its outcome says that it stood still.
   *
   * @param setup with ends that are there, evidence that opens the folder of that drill once more, and the same {@code keep}
   * @param last what that process noted last
   * @throws Misuse where the ends went with that process, or another version of Sortie ran it
   */
  static Drill resume(DrillSetup setup, Checkpoint last) {
    return Resumption.of(setup, last);
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
