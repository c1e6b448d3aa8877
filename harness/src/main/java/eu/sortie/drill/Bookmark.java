package eu.sortie.drill;

import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the place a drill is at: which stages ended, how long each took and what else is not in the ledger, noted together with it
 * once a second.
 *
 * <p>Whoever goes on from a note that is a second old does at most a second's work anew.
 */
final class Bookmark implements AutoCloseable {

  private static final long BEAT_SECONDS = 1;

  private final Checkpoint from;
  private final Ends ends;
  private final Ledger ledger;
  private final Chronicle chronicle;
  private final Journal journal;
  private final LongSupplier nanos;
  private final Supplier<Duration> waited;
  private final Sampler sampler;
  private final Watch watch;
  private final Set<Stage> ended = EnumSet.noneOf(Stage.class);
  private final List<String> notCovered = new ArrayList<>();
  private final List<Changed> exportChanged = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "sortie-bookmark");
        thread.setDaemon(true);
        return thread;
      });
  private final Object noting = new Object();
  private Timings timings;
  private boolean destinationListed;
  private long hidden;
  private Stage during;
  private @Nullable Stage lap;
  private long lapBegan;
  private Duration waitedBefore = Duration.ZERO;

  /**
   * Takes up a place.
   *
   * @param waited how long this process waited for people so far: no part of a stage's time
   */
  Bookmark(
      Checkpoint from,
      Ends ends,
      Ledger ledger,
      Chronicle chronicle,
      Journal journal,
      LongSupplier nanos,
      Supplier<Duration> waited) {
    this.from = from;
    this.ends = ends;
    this.ledger = ledger;
    this.chronicle = chronicle;
    this.journal = journal;
    this.nanos = nanos;
    this.waited = waited;
    this.timings = from.timings();
    this.destinationListed = from.destinationListed();
    this.hidden = from.hidden();
    this.during = from.during();
    this.ended.addAll(from.ended());
    this.notCovered.addAll(from.notCovered());
    if (isPast(Stage.EXPORT)) {
      // Otherwise the second look is taken anew, and what it finds then is what counts.
      this.exportChanged.addAll(from.exportChanged());
    }
    this.sampler = new Sampler(ends.meters(), from.throughput());
    this.watch = new Watch(Processors.ofThisMachine(), System::nanoTime);
  }

  /** Notes from now on, every second. */
  void start() {
    var unused =
        clock.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  /** A note that fails is only missed: the one at the end of the stage, or the first row that cannot be written, says so. */
  private void beat() {
    watch.look();
    try {
      note();
    } catch (IOException | RuntimeException missed) {
      // The next one may be written.
    }
  }

  /** Writes down where the drill is; returns once that would survive the end of the process. */
  void note() throws IOException {
    // One after the other, or an older one might be written over a newer.
    synchronized (noting) {
      // Counted first and settled after that, so the ledger holds at least what the note says.
      var checkpoint = now();
      ledger.settle();
      chronicle.checkpoint(checkpoint);
    }
  }

  private synchronized Checkpoint now() {
    return new Checkpoint(
        from.begun(),
        journal.now(),
        journal.since(),
        during,
        List.copyOf(ended),
        destinationListed,
        hidden,
        timings(),
        sampler.throughput(),
        ends.sourceLine().meter().usage(),
        ends.destinationLine().meter().usage(),
        ends.sourceLine().violations(),
        notCovered,
        exportChanged,
        ends.destination().memory());
  }

  /** A stage is about to begin. */
  void begin(Stage stage) throws IOException {
    synchronized (this) {
      during = stage;
    }
    note();
  }

  /** From now on time is booked under a stage; under none where it is null. */
  synchronized void lap(@Nullable Stage stage) {
    timings = timings();
    watch.enter(stage);
    lap = stage;
    lapBegan = stage == null ? 0 : nanos.getAsLong();
    waitedBefore = waited.get();
  }

  /** A stage has ended for good: whoever goes on does not run it again. */
  void end(Stage stage) throws IOException {
    synchronized (this) {
      ended.add(stage);
    }
    note();
  }

  synchronized boolean isPast(Stage stage) {
    return ended.contains(stage);
  }

  void destinationListed() throws IOException {
    synchronized (this) {
      destinationListed = true;
    }
    note();
  }

  synchronized boolean isDestinationListed() {
    return destinationListed;
  }

  synchronized void hidden(long items) {
    hidden = items;
  }

  synchronized long hidden() {
    return hidden;
  }

  /** Time per stage so far. */
  synchronized Timings timings() {
    return lap == null
        ? timings
        : timings.plus(
            lap,
            Duration.ofNanos(nanos.getAsLong() - lapBegan).minus(waited.get().minus(waitedBefore)));
  }

  /** The same, with where the time went as far as this process watched it. */
  Timings watchedTimings() {
    return timings().withEfforts(watch.efforts(ends.meters()));
  }

  Watch watch() {
    return watch;
  }

  /** Once, however often a stage that did not end says it again. */
  synchronized void notCovered(String sentence) {
    if (!notCovered.contains(sentence)) {
      notCovered.add(sentence);
    }
  }

  synchronized List<String> notCovered() {
    return List.copyOf(notCovered);
  }

  synchronized void exportChanged(Changed change) {
    exportChanged.add(change);
  }

  synchronized List<Changed> exportChanged() {
    return List.copyOf(exportChanged);
  }

  Sampler sampler() {
    return sampler;
  }

  /** No note is written any more, and none is being written. */
  @Override
  public void close() {
    sampler.close();
    clock.shutdownNow();
    try {
      clock.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
