package eu.sortie.cli;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Stage;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar a stage, with rate and time left. */
final class BarProgress implements ShownProgress {

  private static final int UPDATE_MILLIS = 200;

  private final Console console;
  private @Nullable ProgressBar bar;
  private boolean countsBytes;

  BarProgress(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void preparing(String what) {
    console.note(what);
  }

  @Override
  public void standsStill(String words) {
    console.note(words);
  }

  @Override
  public synchronized void stage(Stage stage, long items, long bytes) {
    close();
    if (items == 0) {
      return;
    }
    countsBytes = bytes > 0;
    var builder = new ProgressBarBuilder()
        .setTaskName("%-9s".formatted(stage.name().toLowerCase(Locale.ROOT)))
        .setInitialMax(countsBytes ? bytes : items)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(console.err()))
        .showSpeed();
    bar = (countsBytes ? builder.setUnit(" MiB", Bytes.MIB) : builder).build();
  }

  @Override
  public synchronized void item(long bytes) {
    if (bar != null) {
      bar.stepBy(countsBytes ? bytes : 1);
    }
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
