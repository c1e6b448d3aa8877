package eu.sortie.drill;

import eu.sortie.measure.Meter;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How many pieces of work are on their way at once: a few more as long as that gets more done, half as many where an end asks for less.
 *
 * <p>Where the processors have nothing to spare, more at once only stand in each other's way; so there it stays as it began.
 */
final class Pace {

  /** Few win: client CPU is what small objects cost, and more threads only stand in each other's way. */
  static final int FIRST = 8;

  static final int MOST = 48;

  private static final int STEP = 4;
  private static final long WINDOW_NANOS = 1_000_000_000;

  /** After a level that was no better, how many windows it stays. */
  private static final int REST = 10;

  private static final double BETTER = 1.05;
  private static final double BUSY = 0.8;

  /** What an item costs beside its bytes, in bytes. */
  private static final long ITEM_BYTES = 64 * 1024;

  private final LongSupplier nanos;
  private final DoubleSupplier busy;
  private final LongSupplier slowDowns;
  private int level = FIRST;
  private boolean raised;
  private double before;
  private int resting;
  private long begun;
  private long work;
  private long items;
  private long heard;

  /**
   * Begins with a few.
   *
   * @param nanos a clock that only goes forward
   * @param busy how busy the processors are, from 0 to 1; negative where that is not known
   * @param slowDowns how often the ends asked for less so far
   */
  Pace(LongSupplier nanos, DoubleSupplier busy, LongSupplier slowDowns) {
    this.nanos = nanos;
    this.busy = busy;
    this.slowDowns = slowDowns;
    this.begun = nanos.getAsLong();
    this.heard = slowDowns.getAsLong();
  }

  static Pace of(Watch watch, List<Meter> meters) {
    return new Pace(
        System::nanoTime,
        () -> {
          watch.look();
          return watch.busy();
        },
        () -> meters.stream().mapToLong(Meter::slowDowns).sum());
  }

  /** One that never changes. */
  static Pace steady() {
    return new Pace(() -> 0, () -> 1, () -> 0);
  }

  /** How many may be on their way. */
  synchronized int level() {
    return level;
  }

  /** A piece of so many bytes is done. */
  synchronized void done(long bytes) {
    work += ITEM_BYTES + bytes;
    items++;
    long passed = nanos.getAsLong() - begun;
    // Fewer items than are on their way say nothing of how fast they go.
    if (passed < WINDOW_NANOS || items < level) {
      return;
    }
    long told = slowDowns.getAsLong();
    if (told > heard) {
      level = Math.max(1, level / 2);
      raised = false;
      resting = REST;
    } else {
      judge((double) work / passed);
    }
    heard = told;
    begun += passed;
    work = 0;
    items = 0;
  }

  private void judge(double rate) {
    if (raised && rate < before * BETTER) {
      level = Math.max(1, level - STEP);
      raised = false;
      resting = REST;
      return;
    }
    raised = false;
    if (resting > 0) {
      resting--;
      return;
    }
    double load = busy.getAsDouble();
    if (level < MOST && load >= 0 && load < BUSY) {
      before = rate;
      level = Math.min(MOST, level + STEP);
      raised = true;
    }
  }
}
