package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.spi.Line;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** One S3 end with its line: the only place where a client of the AWS SDK is made. */
final class S3Connection implements AutoCloseable {

  /** Who reads the source and writes the destination. */
  static final String LIBRARY = "AWS SDK for Java " + VersionInfo.SDK_VERSION;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final End end;
  private final Line line;
  private final S3Settings settings;
  private final ServerClock clock = new ServerClock(InstantSource.system());
  private final SdkHttpClient http;
  private final S3Client client;
  private final S3Client clientOfBytes;

  S3Connection(End end, Line line) {
    this.end = end;
    this.line = line;
    this.settings = S3Settings.of(end);
    this.http = http(Spelling.TEXT);
    this.client = build(Spelling.TEXT);
    this.clientOfBytes = build(Spelling.BYTES);
  }

  End end() {
    return end;
  }

  Line line() {
    return line;
  }

  S3Settings settings() {
    return settings;
  }

  ServerClock clock() {
    return clock;
  }

  /** The SDK's HTTP client on the line, for requests that are written by hand. */
  SdkHttpClient http() {
    return http;
  }

  S3Client client() {
    return client;
  }

  /** The client that signs header values in a spelling. */
  S3Client client(Spelling spelling) {
    return spelling == Spelling.TEXT ? client : clientOfBytes;
  }

  AwsCredentialsProvider credentials() {
    if (settings.accessKey().isPresent() && settings.secretKey().isPresent()) {
      var access = settings.accessKey().get();
      var secret = settings.secretKey().get();
      return StaticCredentialsProvider.create(
          settings.sessionToken().isPresent()
              ? AwsSessionCredentials.create(
                  access, secret, settings.sessionToken().get())
              : AwsBasicCredentials.create(access, secret));
    }
    var chain = DefaultCredentialsProvider.builder();
    settings.profile().ifPresent(chain::profileName);
    return chain.build();
  }

  /**
   * Whether the bucket stands in the path of a request, and not in its host.
   *
   * <p>Read off the request, for settings do not decide alone: clients put a bucket into the path wherever no host could have its
   * name, and a request without any bucket goes to the endpoint itself.
   */
  boolean bucketInPath(URI request) {
    var host = String.valueOf(request.getHost());
    return settings
        .endpoint()
        .map(endpoint -> host.equalsIgnoreCase(endpoint.getHost()))
        .orElseGet(() -> host.startsWith("s3."));
  }

  /** Where a request goes that is written by hand: a bucket, a key escaped but for its slashes, a query as it is signed. */
  URI uri(String bucket, String key, String query) {
    var base = settings
        .endpoint()
        .orElseGet(() -> URI.create("https://s3.%s.amazonaws.com".formatted(settings.region())));
    var path = SdkHttpUtils.urlEncodeIgnoreSlashes(key) + (query.isEmpty() ? "" : "?" + query);
    return settings.pathStyle()
        ? URI.create("%s/%s/%s".formatted(base, bucket, path))
        : URI.create(
            "%s://%s.%s/%s".formatted(base.getScheme(), bucket, base.getAuthority(), path));
  }

  /** Signs a request that is written by hand, without a client's model of it. */
  SdkHttpRequest signed(SdkHttpMethod method, URI uri) {
    return signed(method, uri, Map.of());
  }

  /** The same with headers. */
  SdkHttpRequest signed(SdkHttpMethod method, URI uri, Map<String, String> headers) {
    var request = SdkHttpRequest.builder().method(method).uri(uri);
    headers.forEach(request::putHeader);
    return AwsV4HttpSigner.create()
        .sign(sign -> sign.identity(credentials().resolveCredentials())
            .request(request.build())
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request();
  }

  private S3Client build(Spelling spelling) {
    var builder = S3Client.builder()
        .httpClient(http(spelling))
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials())
        .serviceConfiguration(S3Configuration.builder()
            .pathStyleAccessEnabled(settings.pathStyle())
            // Many S3 servers take neither chunked signatures nor checksum trailers; Sortie reads
            // every byte back instead.
            .chunkedEncodingEnabled(false)
            .build())
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .overrideConfiguration(override -> override.addExecutionInterceptor(new StoredBytes()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private SdkHttpClient http(Spelling spelling) {
    var wire = UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .build();
    return new GuardedHttpClient(new Utf8Headers(wire, spelling), line, this::bucketInPath, clock);
  }

  @Override
  public void close() {
    client.close();
    clientOfBytes.close();
    http.close();
  }

  /** Asks for the bytes as they are stored, never packed for the journey. */
  private static final class StoredBytes implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return context.httpRequest().toBuilder()
          .putHeader("Accept-Encoding", "identity")
          .build();
    }
  }
}
