package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Eight hands that plant at the same time, and no more. */
final class Hands implements AutoCloseable {

  private static final int COUNT = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, task -> {
    var thread = new Thread(task, "sortie-estate");
    thread.setDaemon(true);
    return thread;
  });

  /** Does the same for each, and gives the results in the same order; the first failure ends it. */
  <A, B> List<B> each(List<A> some, Work<A, B> work) throws IOException {
    var begun = some.stream()
        .map(one -> threads.submit((Callable<B>) () -> work.on(one)))
        .toList();
    var done = new ArrayList<B>();
    try {
      for (var result : begun) {
        done.add(result.get());
      }
    } catch (ExecutionException e) {
      begun.forEach(result -> result.cancel(false));
      throw asItWas(e);
    } catch (InterruptedException e) {
      begun.forEach(result -> result.cancel(true));
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("planting was interrupted");
    }
    return done;
  }

  private static IOException asItWas(ExecutionException failed) {
    var cause = failed.getCause();
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(failed);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** What is done with each. */
  interface Work<A, B> {
    B on(A one) throws IOException;
  }
}
