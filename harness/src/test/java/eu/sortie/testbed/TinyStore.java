package eu.sortie.testbed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A server that keeps buckets and objects in memory, by path alone, but for requests that a test has it refuse. */
public final class TinyStore implements AutoCloseable {

  /** Says what to refuse, and how. */
  public interface Refusals {
    Optional<Answer> to(Seen request);
  }

  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  private final HttpServer server;
  private final Refusals refusals;
  private final boolean keepsFrames;
  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, Map<String, byte[]>> buckets = new TreeMap<>();

  /**
   * A store without any bucket.
   *
   * @param keepsFrames whether it stores a body sent in chunks with the frames around them, as some servers have done
   */
  public TinyStore(Refusals refusals, boolean keepsFrames) {
    this.refusals = refusals;
    this.keepsFrames = keepsFrames;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  /** What reached it so far. */
  public List<Seen> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  /** The buckets it has. */
  public List<String> buckets() {
    synchronized (seen) {
      return List.copyOf(buckets.keySet());
    }
  }

  /** The store as an S3 end. */
  public End end(String name) {
    return End.of(
        name,
        false,
        "s3",
        Map.of(
            "endpoint", endpoint(),
            "access-key", "AK",
            "secret-key", "SK"),
        Capabilities.UNSTATED);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      var request = new Seen(
          exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body.length);
      Answer refusal;
      byte[] answer;
      synchronized (seen) {
        seen.add(request);
        refusal = refusals.to(request).orElseGet(() -> missing(request));
        var canned = refusal.body().getBytes(StandardCharsets.UTF_8);
        answer = refusal.status() == 200 && canned.length == 0 ? done(request, body) : canned;
      }
      refusal.headers().forEach(exchange.getResponseHeaders()::set);
      var hasBody = answer.length > 0 && !request.method().equals("HEAD");
      exchange.sendResponseHeaders(refusal.status(), hasBody ? answer.length : -1);
      if (hasBody) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  /** 200 where what is asked for is there. */
  private Answer missing(Seen request) {
    var there = (request.method().equals("PUT") && key(request).isEmpty())
        || bucket(request).isEmpty()
        || buckets.containsKey(bucket(request));
    if (!there) {
      return Answer.error(404, "NoSuchBucket");
    }
    var read = request.method().equals("GET") && !key(request).isEmpty();
    return read && !objects(request).containsKey(key(request))
        ? Answer.error(404, "NoSuchKey")
        : Answer.of(200, "");
  }

  private byte[] done(Seen request, byte[] body) {
    var text = switch (request.method()) {
      case "PUT" -> put(request, body);
      case "DELETE" -> delete(request);
      case "POST" -> deletePage(request, new String(body, StandardCharsets.UTF_8));
      default -> "";
    };
    return request.method().equals("GET") ? got(request) : text.getBytes(StandardCharsets.UTF_8);
  }

  private String put(Seen request, byte[] body) {
    if (request.target().contains("?")) {
      return "";
    }
    if (key(request).isEmpty()) {
      buckets.put(bucket(request), new TreeMap<>());
    } else {
      objects(request).put(key(request), stored(request, body));
    }
    return "";
  }

  private byte[] stored(Seen request, byte[] body) {
    var framed =
        request.headers().getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
    return framed && !keepsFrames ? unframed(body) : body;
  }

  private static byte[] unframed(byte[] body) {
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var bytes = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = text.indexOf("\r\n", at);
      int length = Integer.parseInt(text.substring(at, line).split(";", 2)[0], 16);
      if (length == 0) {
        return bytes.toByteArray();
      }
      bytes.write(body, line + 2, length);
      at = line + 2 + length + 2;
    }
  }

  private String delete(Seen request) {
    if (key(request).isEmpty()) {
      buckets.remove(bucket(request));
    } else {
      objects(request).remove(key(request));
    }
    return "";
  }

  private String deletePage(Seen request, String body) {
    var keys = KEY.matcher(body);
    while (keys.find()) {
      objects(request).remove(keys.group(1));
    }
    return "<DeleteResult></DeleteResult>";
  }

  private byte[] got(Seen request) {
    if (!key(request).isEmpty()) {
      return objects(request).getOrDefault(key(request), new byte[0]);
    }
    var text = new StringBuilder();
    if (bucket(request).isEmpty()) {
      buckets
          .keySet()
          .forEach(name -> text.append("<Bucket><Name>").append(name).append("</Name></Bucket>"));
      return "<ListAllMyBucketsResult><Buckets>%s</Buckets></ListAllMyBucketsResult>"
          .formatted(text)
          .getBytes(StandardCharsets.UTF_8);
    }
    objects(request)
        .forEach((key, bytes) -> text.append(
            "<Contents><Key>%s</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><Size>%d</Size></Contents>"
                .formatted(key, bytes.length)));
    return "<ListBucketResult><Name>%s</Name><Prefix></Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
        .formatted(bucket(request), text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, byte[]> objects(Seen request) {
    return buckets.getOrDefault(bucket(request), new TreeMap<>());
  }

  private static String bucket(Seen request) {
    return path(request)[0];
  }

  private static String key(Seen request) {
    var path = path(request);
    return path.length < 2 ? "" : path[1];
  }

  private static String[] path(Seen request) {
    return request.target().split("\\?", 2)[0].substring(1).split("/", 2);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
