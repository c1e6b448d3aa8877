package eu.sortie.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between Sortie and a server and loses what it is told to lose, without a word.
 *
 * <p>What a fault does not strike passes byte for byte, with the Host it was signed for. What it changes is signed anew: a server
 * that checks signatures takes it for the client's own.
 */
final class LossyProxy implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 64;

  private final Spot server;
  private final Fault fault;
  private final ServerSocket door;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(MOST_CONNECTIONS + 1, LossyProxy::daemon);
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger strikes = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<String, Boolean> taken = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> made = new ConcurrentHashMap<>();
  private final Map<String, List<String>> marked = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  LossyProxy(Spot server, Fault fault) {
    this.server = server;
    this.fault = fault;
    try {
      door = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::welcome);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lossy-proxy");
    thread.setDaemon(true);
    return thread;
  }

  int port() {
    return door.getLocalPort();
  }

  /** How often the fault struck; one that never does proves nothing. */
  int strikes() {
    return strikes.get();
  }

  int calls() {
    return calls.get();
  }

  /** Whether the last try to write under a key was answered with success. */
  boolean took(String key) {
    return taken.getOrDefault(key, false);
  }

  /** What the server called the versions that it took under a key. */
  Set<String> made(String key) {
    return made.getOrDefault(key, Set.of());
  }

  /** What the server called the delete marker that each deletion of a key made, in their order; empty where one made none. */
  List<String> marked(String key) {
    return List.copyOf(marked.getOrDefault(key, List.of()));
  }

  /** What went wrong in the proxy itself. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        var guest = new Wire(door.accept());
        open.add(guest);
        threads.execute(() -> serve(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Wire guest) {
    var way = new Upstream(server.address());
    open.add(way);
    try (guest;
        way) {
      for (var call = guest.readCall(); call.isPresent(); call = guest.readCall()) {
        var asked = Call.of(call.get());
        var answer = answer(asked, way);
        if (asked.beginsWrite() || asked.completesParts()) {
          taken.put(asked.key(), answer.isGood());
        }
        if (answer.isGood() && (asked.putsObject() || asked.completesParts())) {
          made.computeIfAbsent(asked.key(), any -> ConcurrentHashMap.newKeySet())
              .add(answer.fields().first("x-amz-version-id").orElse("null"));
        }
        if (asked.deletesCurrent()) {
          marked
              .computeIfAbsent(asked.key(), any -> new CopyOnWriteArrayList<>())
              .add(markerIn(answer));
        }
        guest.answer(answer, call.get().isHead());
      }
    } catch (IOException hungUp) {
      // A guest that falls silent is gone; one that misses an answer says so itself.
    } finally {
      open.remove(guest);
      open.remove(way);
    }
  }

  private static String markerIn(HttpAnswer answer) {
    var made = answer.isGood()
        && answer.fields().first("x-amz-delete-marker").orElse("").equals("true");
    return made ? answer.fields().first("x-amz-version-id").orElse("null") : "";
  }

  private HttpAnswer answer(Call call, Upstream way) throws IOException {
    calls.incrementAndGet();
    try {
      if (!fault.strikes(call)) {
        return way.ask(call.http());
      }
      strikes.incrementAndGet();
      return fault.serve(call, changed -> way.ask(signed(changed)));
    } catch (RuntimeException broken) {
      failures.add(call.http().method() + " " + call.http().target() + ": " + broken);
      throw broken;
    }
  }

  private HttpCall signed(HttpCall call) {
    return server
        .signer()
        .sign(
            call.with(call.fields().with("Host", server.host())),
            Instant.now(),
            StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
    threads.shutdownNow();
    open.forEach(LossyProxy::close);
  }

  private static void close(AutoCloseable one) {
    if (one instanceof Wire wire) {
      wire.close();
    } else if (one instanceof Upstream way) {
      way.close();
    }
  }
}
