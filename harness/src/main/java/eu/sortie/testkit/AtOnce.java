package eu.sortie.testkit;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opentest4j.AssertionFailedError;

/** Does the same with many things by eight threads, as a drill does. */
final class AtOnce {

  /** What one deed does with one thing. */
  interface Deed<T, R> {
    R with(T one) throws IOException;
  }

  private static final int THREADS = 8;
  private static final int PATIENCE_SECONDS = 120;

  private AtOnce() {}

  /** What came of each; a clause that is not through after two minutes hangs, and fails. */
  static <T, R> Map<T, R> each(Collection<T> all, Deed<T, R> deed) throws IOException {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var results = new ConcurrentHashMap<T, R>();
      var futures = all.stream()
          .map(one -> threads.submit(() -> results.put(one, deed.with(one))))
          .toList();
      for (var future : futures) {
        future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      return results;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException one) {
        throw one;
      }
      throw new AssertionFailedError(String.valueOf(failed.getCause()), failed.getCause());
    } catch (TimeoutException hangs) {
      throw new AssertionFailedError("not through after %d s".formatted(PATIENCE_SECONDS), hangs);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionFailedError("interrupted", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }
}
