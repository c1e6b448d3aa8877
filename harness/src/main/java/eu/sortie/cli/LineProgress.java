package eu.sortie.cli;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Stage;
import java.util.Locale;

/** A line a stage, for logs. */
final class LineProgress implements ShownProgress {

  private final Console console;

  LineProgress(Console console) {
    this.console = console;
  }

  @Override
  public void preparing(String what) {
    console.note(what);
  }

  @Override
  public void stage(Stage stage, long items, long bytes) {
    console.note(words(stage, items, bytes));
  }

  static String words(Stage stage, long items, long bytes) {
    var name = stage.name().toLowerCase(Locale.ROOT);
    if (items == 0) {
      return name;
    }
    return bytes == 0
        ? "%s %d items".formatted(name, items)
        : "%s %d items, %s".formatted(name, items, Bytes.print(bytes));
  }

  @Override
  public void item(long bytes) {}

  @Override
  public void close() {}
}
