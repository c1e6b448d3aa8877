package eu.sortie.cli;

import eu.sortie.drill.Progress;

/** How far a drill is, shown to whoever watches. */
interface ShownProgress extends Progress, AutoCloseable {

  /** A bar with rate and time left on a terminal, plain lines elsewhere. */
  static ShownProgress on(Console console) {
    return console.isWatched()
        ? new BarProgress(console)
        : new LineProgress(console, System::nanoTime);
  }

  @Override
  void close();
}
