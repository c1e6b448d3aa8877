package eu.sortie.spi;

import eu.sortie.measure.Meter;
import eu.sortie.measure.Usage;
import java.util.ArrayList;
import java.util.List;

/**
 * The line to one end: counts what crosses it, and refuses what must not.
 *
 * <p>Every client of an adapter asks {@link #cross} before a request is sent. A source's line lets reads through and nothing else,
 * and after the cut nothing at all; what it refuses is kept as a violation with the operation and the caller.
 */
public final class Line {

  private final String end;
  private final boolean readOnly;
  private final Meter meter = new Meter();
  private final List<String> violations = new ArrayList<>();
  private volatile boolean cut;

  private Line(String end, boolean readOnly) {
    this.end = end;
    this.readOnly = readOnly;
  }

  /** A line that lets reads through and nothing else. */
  public static Line readOnly(String end) {
    return new Line(end, true);
  }

  /** A line that lets everything through. */
  public static Line open(String end) {
    return new Line(end, false);
  }

  /** Counts what crosses. */
  public Meter meter() {
    return meter;
  }

  /** Lets nothing through from now on. */
  public void cut() {
    cut = true;
  }

  /**
   * Counts a request that is about to be sent, or refuses it.
   *
   * @param operation its name in the protocol
   * @param reads whether it only reads
   * @throws LineException where it must not cross; nothing was sent
   */
  public void cross(String operation, boolean reads) {
    if (cut) {
      throw refuse(
          "%s was called after '%s' was cut off, by %s".formatted(operation, end, caller()));
    }
    if (readOnly && !reads) {
      throw refuse("%s would have changed '%s', which is read only; called by %s"
          .formatted(operation, end, caller()));
    }
    meter.request(operation);
  }

  /** Adds what an earlier process of the same drill counted and refused. */
  public void goOnFrom(Usage used, List<String> refused) {
    meter.add(used);
    synchronized (violations) {
      violations.addAll(refused);
    }
  }

  /** What was refused, in the order it was tried. */
  public List<String> violations() {
    synchronized (violations) {
      return List.copyOf(violations);
    }
  }

  private LineException refuse(String violation) {
    synchronized (violations) {
      violations.add(violation);
    }
    return new LineException(violation);
  }

  /** The nearest caller that is not an adapter: whoever wanted the call, not whoever carried it. */
  private static String caller() {
    return StackWalker.getInstance()
        .walk(frames -> frames
            .filter(frame -> frame.getClassName().startsWith("eu.sortie."))
            .filter(frame -> !frame.getClassName().startsWith("eu.sortie.spi.")
                && !frame.getClassName().startsWith("eu.sortie.s3.")
                && !frame.getClassName().startsWith("eu.sortie.k8s.")
                && !frame.getClassName().startsWith("eu.sortie.ecs.")
                && !frame.getClassName().startsWith("eu.sortie.oci."))
            .findFirst()
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("thread " + Thread.currentThread().getName()));
  }
}
