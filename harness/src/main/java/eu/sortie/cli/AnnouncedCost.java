package eu.sortie.cli;

import eu.sortie.drill.Progress;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;

/** Says how much an end is about to get, before it gets any of it. */
final class AnnouncedCost implements Progress {

  private final Progress progress;
  private final Console console;
  private final End destination;

  AnnouncedCost(Progress progress, Console console, End destination) {
    this.progress = progress;
    this.console = console;
    this.destination = destination;
  }

  @Override
  public void preparing(String what) {
    progress.preparing(what);
  }

  @Override
  public void stage(Stage stage, long items, long bytes) {
    if (stage == Stage.EXPORT) {
      console.note(
          "'%s' (%s) gets %d items of %s in all, each is read back once, and all are removed again"
              .formatted(
                  destination.name(), destination.emulatedOrLive(), items, Bytes.print(bytes)));
    }
    progress.stage(stage, items, bytes);
  }

  @Override
  public void item(long bytes) {
    progress.item(bytes);
  }
}
