package eu.sortie.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Asks an end by the JDK's HTTP client, which sends a path as it is written.
 *
 * <p>The signature is the SDK's signer alone, without the client that wrote.
 */
final class SignedGet {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int LONGEST_ERROR = 2000;

  /** Headers the JDK's client sets by itself. */
  private static final Set<String> SET_BY_CLIENT =
      Set.of("host", "content-length", "connection", "expect");

  private final S3Connection connection;
  private final String bucket;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(CONNECT)
      .build();

  SignedGet(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  /** The query for something of an object, or of the version that is named. */
  static String query(ObjectName object, String subresource) {
    if (object.version().isEmpty()) {
      return subresource;
    }
    var version = "versionId=" + SdkHttpUtils.urlEncode(object.version());
    return subresource.isEmpty() ? version : subresource + "&" + version;
  }

  /** Sends a request that reads, and counts it; the body is the caller's to count. */
  HttpResponse<InputStream> send(
      SdkHttpMethod method, String key, String query, Map<String, String> headers)
      throws IOException {
    var signed = connection.signed(method, connection.uri(bucket, key, query), headers);
    connection.line().cross(operation(method, signed.getUri()), true);
    var request =
        HttpRequest.newBuilder(signed.getUri()).timeout(connection.settings().silence());
    if (method == SdkHttpMethod.HEAD) {
      request.method(method.name(), HttpRequest.BodyPublishers.noBody());
    }
    signed.forEachHeader((name, values) -> {
      if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> request.header(name, value));
      }
    });
    try {
      return http.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", interrupted);
    }
  }

  /**
   * Gets a document.
   *
   * @throws AnswerException where the end answers with anything but one
   */
  XmlAnswer document(String key, String query) throws IOException {
    var answer = whole(key, query);
    if (answer.status() != 200) {
      throw refusal(answer.status(), answer.body());
    }
    return understood(answer.body());
  }

  /** An answer that came whole, whatever its status. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and package-private.
  record Whole(int status, byte[] body) {}

  /** Gets a whole answer, and counts it. */
  Whole whole(String key, String query) throws IOException {
    var answer = send(SdkHttpMethod.GET, key, query, Map.of());
    try (var body = new WatchedStream(answer.body(), connection.settings().silence())) {
      var bytes = body.readAllBytes();
      connection
          .line()
          .meter()
          .received(operation(SdkHttpMethod.GET, connection.uri(bucket, key, query)), bytes.length);
      return new Whole(answer.statusCode(), bytes);
    }
  }

  /** An end that answers something else does not know the question. */
  private static XmlAnswer understood(byte[] bytes) throws AnswerException {
    try {
      return XmlAnswer.of(bytes);
    } catch (IOException odd) {
      throw new AnswerException(200, AnswerException.NOT_UNDERSTOOD, odd.getMessage());
    }
  }

  /** What an end said instead, in one line as everywhere: status, code, message. */
  static AnswerException refusal(int status, InputStream body) throws IOException {
    return refusal(status, body.readNBytes(LONGEST_ERROR));
  }

  private static AnswerException refusal(int status, byte[] body) {
    try {
      var error = XmlAnswer.of(body);
      var words = "%d %s %s".formatted(status, error.first("Code"), error.first("Message"));
      return new AnswerException(
          status, error.first("Code"), words.strip().replaceAll("\\s+", " "));
    } catch (IOException wordless) {
      return new AnswerException(status, "", String.valueOf(status));
    }
  }

  /** Headers as the text they are. */
  static ObjectHeaders headers(HttpResponse<?> answer) {
    var decoded = new LinkedHashMap<String, List<String>>();
    answer
        .headers()
        .map()
        .forEach((name, values) ->
            decoded.put(name, values.stream().map(Utf8Headers::asText).toList()));
    return new ObjectHeaders(decoded);
  }

  private String operation(SdkHttpMethod method, URI uri) {
    return S3Operation.name(
        method.name(), uri, connection.bucketInPath(String.valueOf(uri.getHost())));
  }
}
