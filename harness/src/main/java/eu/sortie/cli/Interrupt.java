package eu.sortie.cli;

import eu.sortie.drill.Drill;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes Ctrl-C an orderly end: the drill stops at the next item, clears what it created and leaves evidence, and no other begins.
 *
 * <p>The JVM ends when its shutdown hooks have, and ours waits for the command. It then ends the process itself, since the JVM would
 * answer with the number of the signal and not with an exit code of ours.
 */
final class Interrupt {

  private static final String BECAUSE = "interrupted";
  private static final long PATIENCE_MINUTES = 2;

  private final Console console;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::raise, "sortie-interrupt");
  private @Nullable Drill watched;
  private boolean raised;
  private volatile int exit = Exit.INCONCLUSIVE;

  private Interrupt(Console console) {
    this.console = console;
  }

  /** Listens from now on. */
  static Interrupt listen(Console console) {
    var interrupt = new Interrupt(console);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Whether nothing else should begin. */
  synchronized boolean isRaised() {
    return raised;
  }

  /** Names the drill to stop. */
  synchronized void watch(Drill drill) {
    watched = drill;
    if (raised) {
      drill.stop(BECAUSE);
    }
  }

  /** The command is over, and everything is said. */
  void end(int code) {
    exit = code;
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running: it is what ended the drill, and it ends the process with our code.
    }
  }

  private void raise() {
    console.note(
        "interrupted: clearing what the drill created and leaving evidence, for at most %d min"
            .formatted(PATIENCE_MINUTES));
    stop();
    try {
      if (!over.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        console.complain("gave up: 'sortie doctor' lists what is left and how to clear it");
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exit);
  }

  private synchronized void stop() {
    raised = true;
    if (watched != null) {
      watched.stop(BECAUSE);
    }
  }
}
