package eu.sortie.measure;

import java.time.Duration;

/**
 * Where the time of a stage went, as measured by the threads that spent it.
 *
 * @param watched how long the stage was watched: less than it took where a drill was resumed in it
 * @param source how long threads waited for the source, all of them together; sending and receiving bytes is waiting, too
 * @param destination how long they waited for the destination
 * @param processor processor time of this process
 * @param busyPercent how busy all processors of this machine were, with whatever ran there; -1 where it does not say
 */
public record Effort(
    Duration watched, Duration source, Duration destination, Duration processor, int busyPercent) {

  /** What is shorter tells chance, and not where time goes. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** With less than this to spare, more threads or a faster end change little. */
  private static final int BUSY_PERCENT = 85;

  /** So many times as long as for the other end has to be waited for one end. */
  private static final int CLEARLY = 2;

  /** What held the stage up. */
  public Bottleneck bottleneck() {
    if (watched.compareTo(LEAST) < 0 || busyPercent < 0) {
      return Bottleneck.NOT_KNOWN;
    }
    if (busyPercent >= BUSY_PERCENT) {
      return Bottleneck.PROCESSORS;
    }
    // Threads that mostly waited for neither were held up by something that is not measured.
    if (source.plus(destination).compareTo(watched) < 0) {
      return Bottleneck.NOT_KNOWN;
    }
    if (source.compareTo(destination.multipliedBy(CLEARLY)) >= 0) {
      return Bottleneck.SOURCE;
    }
    return destination.compareTo(source.multipliedBy(CLEARLY)) >= 0
        ? Bottleneck.DESTINATION
        : Bottleneck.NOT_KNOWN;
  }
}
