package eu.sortie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A line in front of a server that lets bytes through until a certain request comes, and holds that one: a drill stands still there.
 *
 * <p>Below HTTP, so that signatures stay what they are.
 */
final class HoldingLine implements AutoCloseable {

  private final ServerSocket socket;
  private final int port;
  private final Pattern held;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private HoldingLine(ServerSocket socket, int port, Pattern held) {
    this.socket = socket;
    this.port = port;
    this.held = held;
  }

  /** Begins a line to a port; the pattern is looked for in the first line of a request, as in {@code PUT .*b.txt}. */
  static HoldingLine to(int port, String held) throws IOException {
    var line = new HoldingLine(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port, Pattern.compile(held));
    start(line::serve);
    return line;
  }

  /** Begins a line to the server that tests know by that name, {@code aws} or {@code europe}. */
  static HoldingLine before(String end, String held) throws IOException {
    return to(RealEnds.port(RealEnds.named(end)), held);
  }

  String endpoint() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Waits until the request has come. */
  void awaitRequest() throws InterruptedException {
    if (!reached.await(90, TimeUnit.SECONDS)) {
      throw new AssertionError("no request like " + held + " came");
    }
  }

  /** Lets it through, and all that follow. */
  void release() {
    released.countDown();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.addAll(List.of(client, server));
        start(() -> pass(client, server, true));
        start(() -> pass(server, client, false));
      } catch (IOException closed) {
        // The end of the test.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean requests) {
    try (from;
        to) {
      var bytes = new byte[64 * 1024];
      for (int n = from.getInputStream().read(bytes);
          n > 0;
          n = from.getInputStream().read(bytes)) {
        if (requests) {
          holdWhereAsked(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
        }
        to.getOutputStream().write(bytes, 0, n);
        to.getOutputStream().flush();
      }
    } catch (IOException | UncheckedIOException hungUp) {
      // One side went away; the other goes with it.
    }
  }

  private void holdWhereAsked(String bytes) {
    int end = bytes.indexOf('\r');
    if (end > 0 && held.matcher(bytes.substring(0, end)).lookingAt()) {
      reached.countDown();
      try {
        released.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "holding-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    release();
    socket.close();
    for (var each : open) {
      each.close();
    }
  }
}
