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
import java.net.URI;
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
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
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
    var answer = send(signed(listed.id().key()));
    if (answer.statusCode() != 200) {
      try (var body = answer.body()) {
        throw refused(answer.statusCode(), body);
      }
    }
    var headers = new ObjectHeaders(utf8(answer.headers().map()));
    Map<Trait, Value> traits = headers.traits();
    traits.put(ObjectTraits.TAGS, tags.of(listed.id().key(), headers));
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

  private SdkHttpRequest signed(String key) {
    var request =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri(key)).build();
    return AwsV4HttpSigner.create()
        .sign(sign -> sign.identity(connection.credentials().resolveCredentials())
            .request(request)
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, connection.settings().region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request();
  }

  private URI uri(String key) {
    var path = SdkHttpUtils.urlEncodeIgnoreSlashes(key);
    var settings = connection.settings();
    var base = settings
        .endpoint()
        .orElseGet(() -> URI.create("https://s3.%s.amazonaws.com".formatted(settings.region())));
    return settings.pathStyle()
        ? URI.create("%s/%s/%s".formatted(base, bucket, path))
        : URI.create(
            "%s://%s.%s/%s".formatted(base.getScheme(), bucket, base.getAuthority(), path));
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
