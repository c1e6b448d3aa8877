package eu.sortie.drill;

import eu.sortie.measure.Effort;
import eu.sortie.measure.Meter;
import eu.sortie.measure.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Watches what keeps a drill busy, stage by stage: its own processor time, and how busy the machine is. */
final class Watch {

  /** The machine counts in hundredths of a second: what is shorter shows noise. */
  private static final long LEAST_NANOS = 100_000_000;

  private final Processors processors;
  private final LongSupplier nanos;
  private final Map<Stage, Seen> stages = new EnumMap<>(Stage.class);
  private @Nullable Stage stage;
  private long looked;
  private long own;
  private double busy = -1;

  /** What was seen of a stage. */
  private static final class Seen {
    long nanos;
    long ownNanos;
    double busyNanos;
    long loadNanos;
  }

  Watch(Processors processors, LongSupplier nanos) {
    this.processors = processors;
    this.nanos = nanos;
    this.looked = nanos.getAsLong();
    this.own = processors.ownNanos();
  }

  /** Books what comes from now on under a stage; under none where it is null. */
  synchronized void enter(@Nullable Stage next) {
    book();
    stage = next;
  }

  /** Looks at the machine; as often as one likes. */
  synchronized void look() {
    if (nanos.getAsLong() - looked >= LEAST_NANOS) {
      book();
    }
  }

  /** How busy the machine was when it was last looked at, from 0 to 1; negative where that is not known. */
  synchronized double busy() {
    return busy;
  }

  private void book() {
    long now = nanos.getAsLong();
    long passed = now - looked;
    long ownNow = processors.ownNanos();
    double load = processors.busy();
    if (load >= 0 && passed >= LEAST_NANOS) {
      busy = load;
    }
    if (stage != null) {
      var seen = stages.computeIfAbsent(stage, any -> new Seen());
      seen.nanos += passed;
      seen.ownNanos += ownNow - own;
      if (load >= 0 && passed >= LEAST_NANOS) {
        seen.busyNanos += load * passed;
        seen.loadNanos += passed;
      }
    }
    looked = now;
    own = ownNow;
  }

  /**
   * What was seen so far.
   *
   * @param meters of the source and of the destination
   */
  synchronized Map<Stage, Effort> efforts(List<Meter> meters) {
    book();
    var efforts = new EnumMap<Stage, Effort>(Stage.class);
    stages.forEach((one, seen) -> efforts.put(
        one,
        new Effort(
            Duration.ofNanos(seen.nanos),
            meters.get(0).waits(one),
            meters.get(1).waits(one),
            Duration.ofNanos(seen.ownNanos),
            seen.loadNanos == 0
                ? -1
                : (int) Math.round(Math.min(1, seen.busyNanos / seen.loadNanos) * 100))));
    return efforts;
  }
}
