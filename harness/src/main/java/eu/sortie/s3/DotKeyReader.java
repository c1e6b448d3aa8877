package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Reads what the MinIO client does not ask for: keys with an empty segment, or with one that is {@code .} or {@code ..}.
 *
 * <p>The JDK's HTTP client sends a path as it is written; the signature is the SDK's signer alone, without the client that wrote.
 */
final class DotKeyReader implements AutoCloseable {

  static final String LIBRARY =
      "java.net.http " + Runtime.version().feature() + " (keys with dot or empty segments)";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  static final Duration SILENCE = Duration.ofSeconds(60);

  /** Headers the JDK's client sets by itself. */
  static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length", "connection", "expect");

  private final S3Connection connection;
  private final String bucket;
  private final Tags tags;
  private final HttpClient http = wire();

  DotKeyReader(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
    this.tags = new Tags(connection, bucket);
  }

  /** The JDK's HTTP client, for readers that write their requests by hand. */
  static HttpClient wire() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT)
        .build();
  }

  Reading read(Item listed) throws IOException {
    connection.line().cross("GetObject", true);
    var version = Versions.idOf(listed)
        .map(id -> "versionId=" + SdkHttpUtils.urlEncode(id))
        .orElse("");
    var answer = send(
        connection.signed(SdkHttpMethod.GET, connection.uri(bucket, listed.id().key(), version)));
    if (answer.statusCode() != 200) {
      try (var body = answer.body()) {
        throw refused(answer.statusCode(), body);
      }
    }
    var headers = new ObjectHeaders(utf8(answer.headers().map()));
    Map<Trait, Value> traits = headers.traits();
    traits.put(ObjectTraits.TAGS, tags.of(listed, headers));
    var bytes = new CountingStream(
        answer.body(), count -> connection.line().meter().received("GetObject", count));
    return new OpenObject(
        new Item(listed.id(), traits),
        answer.headers().firstValueAsLong("content-length").orElse(0),
        bytes,
        LIBRARY);
  }

  private HttpResponse<InputStream> send(SdkHttpRequest signed) throws IOException {
    var request = HttpRequest.newBuilder(signed.getUri()).GET().timeout(SILENCE);
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

  private static IOException refused(int status, InputStream body) throws IOException {
    var message = status + " " + new String(body.readNBytes(500), StandardCharsets.UTF_8);
    return status == 404
        ? new ChangedException(message, new IOException(message))
        : new RefusedException(message, new IOException(message));
  }

  private static Map<String, List<String>> utf8(Map<String, List<String>> headers) {
    var decoded = new LinkedHashMap<String, List<String>>();
    headers.forEach((name, values) ->
        decoded.put(name, values.stream().map(Utf8Headers::asText).toList()));
    return decoded;
  }

  @Override
  public void close() {
    // The JDK's client of this baseline has nothing to close; its threads end with it.
  }
}
