package eu.sortie.drill;

import eu.sortie.measure.Stage;

/** Told how far a drill is, on its own threads: whoever listens holds it up. */
public interface Progress {

  /** Nobody watches. */
  Progress NONE = new Progress() {};

  /** Does something when a stage begins, and the stage waits for it: as a line that breaks at that moment. */
  static Progress at(Stage when, Runnable deed) {
    return new Progress() {
      @Override
      public void stage(Stage stage, long items, long bytes) {
        if (stage == when) {
          deed.run();
        }
      }
    };
  }

  /** Something is made ready before the first stage. */
  default void preparing(String what) {}

  /**
   * A stage begins.
   *
   * @param items how many it goes through; 0 where that is not known
   * @param bytes how many it reads; 0 where that is not known
   */
  default void stage(Stage stage, long items, long bytes) {}

  /**
   * The drill stands still until somebody does something, or goes on again.
   *
   * @param words what happened, and what is to be done
   */
  default void standsStill(String words) {}

  /** An item of this stage is done. */
  default void item(long bytes) {}
}
