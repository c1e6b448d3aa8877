package eu.sortie.oci;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a real registry and passes everything on, but for what a test wants otherwise: as registries of other makers do. */
final class Front implements AutoCloseable {

  private static final Set<String> NOT_PASSED = Set.of(
      "host",
      "connection",
      "content-length",
      "expect",
      "upgrade",
      "http2-settings",
      "transfer-encoding");

  /** Answers a request itself; false where it is to be passed on. */
  interface Manner {
    boolean answers(HttpExchange exchange, Front front) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String behind;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  Front(String behind, Manner manner) {
    this.behind = behind;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      try (exchange) {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        if (!manner.answers(exchange, this)) {
          pass(exchange);
        }
      }
    });
    server.start();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every request that reached it, with its path. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  static void say(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    var answer = behind(exchange);
    answer.headers().map().forEach((name, values) -> {
      if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
        // Where to go on is here, not behind.
        exchange
            .getResponseHeaders()
            .put(name, values.stream().map(one -> one.replace(behind, host())).toList());
      }
    });
    say(exchange, answer.statusCode(), "", answer.body());
  }

  /** What the registry behind it answers. */
  HttpResponse<byte[]> behind(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var request = HttpRequest.newBuilder(URI.create("http://" + behind + exchange.getRequestURI()))
        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> {
      if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> request.header(name, value));
      }
    });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
