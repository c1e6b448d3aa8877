package eu.sortie.drill;

import eu.sortie.measure.Meter;
import eu.sortie.measure.Throughput;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the meters now and then, for the picture of bytes over time. */
final class Sampler implements AutoCloseable {

  private final List<Meter> meters;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "sortie-sampler");
        thread.setDaemon(true);
        return thread;
      });
  private volatile Throughput throughput;
  private long last;

  /**
   * Looks from now on.
   *
   * @param earlier what was seen before the drill was gone on with
   */
  Sampler(List<Meter> meters, Throughput earlier) {
    this.meters = List.copyOf(meters);
    this.throughput = earlier;
    this.last = bytes();
    again();
  }

  Throughput throughput() {
    return throughput;
  }

  private void again() {
    var unused =
        clock.schedule(this::sample, throughput.interval().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sample() {
    long now = bytes();
    throughput = throughput.with(now - last);
    last = now;
    again();
  }

  private long bytes() {
    return meters.stream().mapToLong(Meter::bytes).sum();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
