package eu.sortie.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that crossed all wires, over the time of a drill.
 *
 * @param interval how long each sample lasted
 * @param bytes how much crossed in each
 */
public record Throughput(Duration interval, List<Long> bytes) {

  /** Nothing was sampled. */
  public static final Throughput NONE = new Throughput(Duration.ofMillis(250), List.of());

  /** More samples than this say nothing more in a picture: neighbours are put together, so memory stays flat. */
  static final int MOST_SAMPLES = 240;

  public Throughput {
    bytes = List.copyOf(bytes);
  }

  /** The same with one more sample, of what crossed in another {@link #interval}: it doubles whenever samples are put together. */
  public Throughput with(long sample) {
    var more = new ArrayList<>(bytes);
    more.add(sample);
    return more.size() < MOST_SAMPLES
        ? new Throughput(interval, more)
        : new Throughput(interval, more).halved();
  }

  private Throughput halved() {
    var half = new ArrayList<Long>();
    for (int i = 0; i < bytes.size(); i += 2) {
      half.add(bytes.get(i) + (i + 1 < bytes.size() ? bytes.get(i + 1) : 0));
    }
    return new Throughput(interval.multipliedBy(2), half);
  }
}
