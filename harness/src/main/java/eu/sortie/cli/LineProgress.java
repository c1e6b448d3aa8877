package eu.sortie.cli;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line a stage, and in a long one a line now and then, for logs. */
final class LineProgress implements ShownProgress {

  /** A log that is silent for longer looks like a drill that hangs. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Console console;
  private final LongSupplier nanos;
  private String name = "";
  private long items;
  private long bytes;
  private long began;
  private long lastSaid;
  private long done;
  private long doneBytes;

  LineProgress(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
  }

  @Override
  public void preparing(String what) {
    console.note(what);
  }

  @Override
  public void standsStill(String words) {
    console.note(words);
  }

  @Override
  public synchronized void stage(Stage stage, long announcedItems, long announcedBytes) {
    name = stage.name().toLowerCase(Locale.ROOT);
    items = announcedItems;
    bytes = announcedBytes;
    began = nanos.getAsLong();
    lastSaid = began;
    done = 0;
    doneBytes = 0;
    console.note(words(name, announcedItems, announcedBytes));
  }

  private static String words(String name, long items, long bytes) {
    return items == 0 ? name : name + ' ' + words(items, bytes);
  }

  private static String words(long items, long bytes) {
    return bytes == 0
        ? "%d items".formatted(items)
        : "%d items, %s".formatted(items, Bytes.print(bytes));
  }

  @Override
  public synchronized void item(long itemBytes) {
    done++;
    doneBytes += itemBytes;
    long now = nanos.getAsLong();
    if (now - lastSaid >= SILENCE.toNanos()) {
      lastSaid = now;
      console.note(howFar(Duration.ofNanos(now - began)));
    }
  }

  private String howFar(Duration since) {
    var soFar = words(name, done, doneBytes) + " so far";
    // Few items may be most of the bytes, so bytes foretell better than items where they are known.
    long of = bytes > 0 ? bytes : items;
    long gone = bytes > 0 ? doneBytes : done;
    if (gone <= 0 || gone >= of) {
      return soFar;
    }
    var left = Duration.ofSeconds((long) ((double) since.toSeconds() / gone * (of - gone)));
    return "%s of %s, about %s left".formatted(soFar, words(items, bytes), Durations.brief(left));
  }

  @Override
  public void close() {}
}
