package eu.sortie.testbed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as a test says and remembers what reached it. */
public final class TinyServer implements AutoCloseable {

  /** A request that reached the server. */
  public record Seen(String method, String target, Map<String, String> headers, long bodyBytes) {}

  /** What it answers. */
  public record Answer(int status, Map<String, String> headers, String body) {

    /** An answer without headers of its own. */
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body);
    }

    /** What an S3 server says when it refuses. */
    public static Answer error(int status, String code) {
      return new Answer(
          status,
          Map.of("Content-Type", "application/xml"),
          "<Error><Code>%s</Code><Message>made up</Message></Error>".formatted(code));
    }

    /** The same with a header. */
    public Answer with(String name, String value) {
      var more = new TreeMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** Says what to answer. */
  public interface Answers {
    Answer to(Seen request);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Seen> seen = new ArrayList<>();
  private final Answers answers;

  public TinyServer(Answers answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      var request = new Seen(
          exchange.getRequestMethod(),
          exchange.getRequestURI().toString(),
          headers,
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
      Answer answer;
      synchronized (seen) {
        seen.add(request);
        answer = answers.to(request);
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      var body = answer.body().getBytes(StandardCharsets.UTF_8);
      var hasBody = body.length > 0 && !request.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), hasBody ? body.length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** What reached it so far. */
  public List<Seen> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The server as an S3 end. */
  public End end(String name) {
    return End.of(
        name,
        false,
        "s3",
        Map.of(
            "endpoint", endpoint(),
            "path-style", "true",
            "access-key", "AK",
            "secret-key", "SK"),
        Capabilities.UNSTATED);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
