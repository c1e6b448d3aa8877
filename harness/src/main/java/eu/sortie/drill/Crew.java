package eu.sortie.drill;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work through a stage, as many as its {@link Pace} says; whoever hands out work waits for a free one, so nothing
 * piles up in memory.
 *
 * <p>The first failure stops the stage: the others finish what they hold.
 */
final class Crew implements AutoCloseable {

  private static final long PATIENCE_MINUTES = 10;

  /** One piece of work. */
  interface Work {
    void run() throws IOException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
    var thread = new Thread(work, "sortie-crew");
    thread.setDaemon(true);
    return thread;
  });
  private final Pace pace;
  private int working;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** A crew whose size never changes. */
  Crew() {
    this(Pace.steady());
  }

  Crew(Pace pace) {
    this.pace = pace;
  }

  /** Hands out work; a failure of earlier work is thrown here. */
  void hand(Work work) throws IOException {
    rethrow();
    begin();
    threads.execute(() -> {
      try {
        work.run();
      } catch (IOException | RuntimeException | Error failed) {
        failure.compareAndSet(null, failed);
      } finally {
        end();
      }
    });
  }

  /** Waits until all work is done. */
  void finish() throws IOException {
    awaitIdle();
    rethrow();
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void begin() throws IOException {
    await(() -> working < pace.level());
    working++;
  }

  private synchronized void end() {
    working--;
    notifyAll();
  }

  private synchronized void awaitIdle() throws IOException {
    await(() -> working == 0);
  }

  private synchronized void await(BooleanSupplier ready) throws IOException {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      while (!ready.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a free thread", interrupted);
    }
  }

  private void rethrow() throws IOException {
    var failed = failure.get();
    if (failed instanceof IOException broken) {
      throw broken;
    }
    if (failed instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (failed instanceof Error grave) {
      throw grave;
    }
  }
}
