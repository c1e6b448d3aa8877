package eu.sortie.cli;

import eu.sortie.drill.Drill;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C an orderly end: the drill stops at the next item, clears what it created and leaves evidence.
 *
 * <p>The JVM waits for its shutdown hooks, and ours waits for the drill.
 */
final class Interrupt {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(Drill drill) {
    this.hook = new Thread(() -> stop(drill), "sortie-interrupt");
  }

  static Interrupt of(Drill drill) {
    var interrupt = new Interrupt(drill);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void stop(Drill drill) {
    drill.stop("interrupted");
    try {
      var unused = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** The drill is over. */
  void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running: it is what ended the drill.
    }
  }
}
