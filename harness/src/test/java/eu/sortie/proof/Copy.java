package eu.sortie.proof;

import eu.sortie.scenario.End;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket at a destination that goes with its test, whatever is in it by then. */
final class Copy implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Spot spot;
  private final String bucket =
      "proof-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());

  private Copy(Spot spot) {
    this.spot = spot;
  }

  static Copy at(End end) {
    return new Copy(Spot.of(end));
  }

  String bucket() {
    return bucket;
  }

  @Override
  public void close() {
    try (var hand = new BareHand(spot)) {
      new Sweeping(hand, bucket).all();
    }
  }
}
