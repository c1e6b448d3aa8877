package eu.sortie.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * What is held of objects on their way: a part is sent while the next one is read, and all objects together hold no more than so much.
 *
 * <p>An object may always hold one part; it gets more as long as there is room, and otherwise waits for a part of its own to arrive. So
 * no two objects ever wait for each other. The memory of a part that arrived takes the next one.
 */
final class PartsInFlight {

  /** The heap of the launcher is 256 MiB, and it is needed for more than this. */
  static final int MOST_HELD_MIB = 96;

  /** Of one object. */
  static final int MOST_AT_ONCE = 4;

  private final Semaphore memory = new Semaphore(MOST_HELD_MIB, true);
  private final ExecutorService senders = Executors.newCachedThreadPool(work -> {
    var thread = new Thread(work, "sortie-part");
    thread.setDaemon(true);
    return thread;
  });

  /** Sends one part. */
  interface Sending {
    CompletedPart send(byte[] part, int number);
  }

  /** What needs memory as long as it runs. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** A part that arrived, and the memory it leaves. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and private.
  private record Arrived(CompletedPart part, byte[] buffer) {}

  /** Runs what holds so much; waits until there is room for it. */
  <T> T holding(int mebibytes, Work<T> work) throws IOException {
    int held = Math.min(MOST_HELD_MIB, mebibytes);
    memory.acquireUninterruptibly(held);
    try {
      return work.run();
    } finally {
      memory.release(held);
    }
  }

  /**
   * Sends all parts of an object and gives them in their order; with the first failure no more are sent, and those on their way are
   * waited for.
   *
   * @param first already read, and paid for by {@link #holding}
   * @param mebibytes what each further part holds
   */
  List<CompletedPart> send(
      byte[] first, InputStream rest, int partBytes, int mebibytes, Sending sending)
      throws IOException {
    var flying = new ArrayDeque<Future<Arrived>>();
    var arrived = new ArrayList<CompletedPart>();
    int more = 0;
    try {
      var buffer = first;
      int number = 1;
      for (int length = first.length; length > 0; length = rest.readNBytes(buffer, 0, partBytes)) {
        flying.add(departing(buffer, length, number++, sending));
        if (flying.size() < MOST_AT_ONCE && hasRoomFor(mebibytes)) {
          more += mebibytes;
          buffer = new byte[partBytes];
        } else {
          var landed = landed(flying.remove());
          arrived.add(landed.part());
          buffer = landed.buffer().length == partBytes ? landed.buffer() : new byte[partBytes];
        }
      }
      while (!flying.isEmpty()) {
        arrived.add(landed(flying.remove()).part());
      }
      return arrived;
    } finally {
      flying.forEach(PartsInFlight::wait);
      memory.release(more);
    }
  }

  /** Whoever waits for room already comes first. */
  private boolean hasRoomFor(int mebibytes) throws IOException {
    try {
      return memory.tryAcquire(mebibytes, 0, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private Future<Arrived> departing(byte[] buffer, int length, int number, Sending sending) {
    return senders.submit(() -> {
      var part = length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
      return new Arrived(sending.send(part, number), buffer);
    });
  }

  private static Arrived landed(Future<Arrived> part) throws IOException {
    try {
      return part.get();
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SdkException refused) {
        throw refused;
      }
      throw new IOException("a part could not be sent: " + failed.getCause(), failed.getCause());
    }
  }

  /** Memory must not be given away while it is sent from, nor an upload be aborted that still grows. */
  private static void wait(Future<Arrived> part) {
    try {
      part.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      // Another part failed before, and that is told.
    }
  }

  private static IOException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted while parts were sent", interrupted);
  }
}
