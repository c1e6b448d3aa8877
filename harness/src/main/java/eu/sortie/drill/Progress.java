package eu.sortie.drill;

import eu.sortie.measure.Stage;

/** Told how far a drill is, on its own threads: whoever listens holds it up. */
public interface Progress {

  /** Nobody watches. */
  Progress NONE = new Progress() {
    @Override
    public void preparing(String what) {}

    @Override
    public void stage(Stage stage, long items, long bytes) {}

    @Override
    public void item(long bytes) {}
  };

  /** Something is made ready before the first stage. */
  void preparing(String what);

  /**
   * A stage begins.
   *
   * @param items how many it goes through; 0 where that is not known
   * @param bytes how many it reads; 0 where that is not known
   */
  void stage(Stage stage, long items, long bytes);

  /** An item of this stage is done. */
  void item(long bytes);
}
