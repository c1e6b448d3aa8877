package eu.sortie.drill;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asked before every item: whether the drill shall go on. */
final class StopSign {

  private final AtomicReference<@Nullable String> because = new AtomicReference<>();

  void raise(String reason) {
    because.compareAndSet(null, reason);
  }

  boolean isRaised() {
    return because.get() != null;
  }

  void check() throws StoppedException {
    var reason = because.get();
    if (reason != null) {
      throw new StoppedException(reason);
    }
  }
}
