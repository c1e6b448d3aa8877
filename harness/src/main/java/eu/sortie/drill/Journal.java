package eu.sortie.drill;

import eu.sortie.measure.Stage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes down what happens, with both clocks: the wall's for dates, the other for all that is measured. */
final class Journal {

  private final Chronicle chronicle;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final long began;
  private volatile @Nullable Stage stage;
  private volatile @Nullable UncheckedIOException broken;

  /**
   * Begins, or goes on.
   *
   * @param earlier how long the drill ran before
   */
  Journal(Chronicle chronicle, InstantSource clock, LongSupplier nanos, Duration earlier) {
    this.chronicle = chronicle;
    this.clock = clock;
    this.nanos = nanos;
    this.began = nanos.getAsLong() - earlier.toNanos();
  }

  void enter(Stage next) {
    stage = next;
    write("begins");
  }

  /** A full disk must not keep a drill from clearing the ends, so that it cannot be written is only remembered. */
  void write(String what) {
    try {
      chronicle.entry(new JournalEntry(clock.instant(), since(), stage, what));
    } catch (UncheckedIOException failed) {
      broken = failed;
    }
  }

  /** Insists that every entry was written: what says less than what happened is no evidence. */
  void requireWhole() {
    var failed = broken;
    if (failed != null) {
      throw failed;
    }
  }

  Instant now() {
    return clock.instant();
  }

  Duration since() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  /** Where we are, for saying where it went wrong. */
  String where() {
    return stage == null ? "before the first stage" : stage.name();
  }
}
