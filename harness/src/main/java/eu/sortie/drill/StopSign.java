package eu.sortie.drill;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Asked before every item: whether the drill shall go on. */
final class StopSign {

  private final AtomicReference<@Nullable String> because = new AtomicReference<>();
  private final CountDownLatch raised = new CountDownLatch(1);

  void raise(String reason) {
    because.compareAndSet(null, reason);
    raised.countDown();
  }

  /** Waits so long, unless the drill is stopped meanwhile. */
  void checkFor(Duration pause) throws StoppedException {
    try {
      raised.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    check();
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
