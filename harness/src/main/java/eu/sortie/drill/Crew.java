package eu.sortie.drill;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work through a stage; whoever hands out work waits for a free one, so nothing piles up in memory.
 *
 * <p>The first failure stops the stage: the others finish what they hold.
 */
final class Crew implements AutoCloseable {

  /** Few win: client CPU is what small objects cost, and more threads only stand in each other's way. */
  static final int SIZE = 8;

  private static final long PATIENCE_MINUTES = 10;

  /** One piece of work. */
  interface Work {
    void run() throws IOException;
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(SIZE, work -> {
    var thread = new Thread(work, "sortie-crew");
    thread.setDaemon(true);
    return thread;
  });
  private final Semaphore free = new Semaphore(SIZE);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Hands out work; a failure of earlier work is thrown here. */
  void hand(Work work) throws IOException {
    rethrow();
    acquire(1);
    threads.execute(() -> {
      try {
        work.run();
      } catch (IOException | RuntimeException | Error failed) {
        failure.compareAndSet(null, failed);
      } finally {
        free.release();
      }
    });
  }

  /** Waits until all work is done. */
  void finish() throws IOException {
    acquire(SIZE);
    free.release(SIZE);
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

  private void acquire(int permits) throws IOException {
    try {
      free.acquire(permits);
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
