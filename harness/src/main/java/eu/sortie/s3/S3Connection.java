package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.spi.Line;
import eu.sortie.spi.Manners;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** One S3 end with its line: the only place where a client of the AWS SDK is made. */
final class S3Connection implements AutoCloseable {

  /** Who reads the source and writes the destination: the SDK, or its signer alone, and the wire below either. */
  static final String LIBRARY = "AWS SDK for Java %s over Apache HttpCore %s"
      .formatted(VersionInfo.SDK_VERSION, Wire.RELEASE);

  private final End end;
  private final Line line;
  private final S3Settings settings;
  private final ServerClock clock = new ServerClock(InstantSource.system());
  private final AwsCredentialsProvider credentials;
  private final Wire wire;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final SdkHttpClient http;
  private final SdkHttpClient httpOfBytes;
  private final S3Client client;
  private final S3Client clientOfBytes;
  private final S3Client clientOfMd5;
  private final Set<String> found = Collections.synchronizedSet(new LinkedHashSet<>());

  S3Connection(End end, Line line) {
    this(end, line, S3Settings.of(end));
  }

  S3Connection(End end, Line line, S3Settings settings) {
    this.end = end;
    this.line = line;
    this.settings = settings;
    this.credentials = credentials(settings);
    this.wire = new Wire(settings.silence());
    this.http = guarded(Spelling.TEXT);
    this.httpOfBytes = guarded(Spelling.BYTES);
    this.client = build(Spelling.TEXT, settings.tuning(), Retries.ATTEMPTS);
    this.clientOfBytes = build(Spelling.BYTES, settings.tuning(), Retries.ATTEMPTS);
    this.clientOfMd5 = build(
        Spelling.TEXT, settings.tuning().with(Tuning.Checksums.CONTENT_MD5), Retries.ATTEMPTS);
  }

  /** Opens an end for a bucket, and asks it for whatever its settings leave to be found. */
  static S3Connection open(End end, Line line, String bucket) {
    var settings = S3Settings.of(end);
    if (settings.toFind().isEmpty()) {
      return new S3Connection(end, line, settings);
    }
    var bearings = new Bearings(settings, bucket, asking(end, line, settings));
    var connection = new S3Connection(end, line, settings.with(bearings.asked()));
    bearings
        .findings()
        .forEach(finding -> connection.foundOut(
            "asked for its %s: %s".formatted(finding.what(), finding.detail())));
    return connection;
  }

  /** Asks an end with its clients set in any way. */
  static Bearings.Ask asking(End end, Line line, S3Settings settings) {
    return (tuning, bucket, query) -> {
      try (var connection = new S3Connection(end, line, settings.with(tuning))) {
        return connection.get(bucket, query);
      }
    };
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

  /** What sends a request on this line, for requests that are written by hand. */
  SdkHttpClient http() {
    return http;
  }

  /** The same for header values in a spelling. */
  SdkHttpClient http(Spelling spelling) {
    return spelling == Spelling.TEXT ? http : httpOfBytes;
  }

  S3Client client() {
    return client;
  }

  /** The client that signs header values in a spelling. */
  S3Client client(Spelling spelling) {
    return spelling == Spelling.TEXT ? client : clientOfBytes;
  }

  /** The client that sends a Content-MD5, for ends that take no other checksum. */
  S3Client clientOfMd5() {
    return clientOfMd5;
  }

  /** A client that makes no call twice, for calls that are made again in another way; whoever asked for it closes it. */
  S3Client clientOnce() {
    return build(Spelling.TEXT, settings.tuning(), 1);
  }

  /** Remembers what the end taught us, once. */
  void foundOut(String what) {
    found.add(what);
  }

  /** Lets time pass before an end is asked again; whether there is nobody left to ask, for the cut or a stop came first. */
  boolean closesWithin(Duration pause) {
    try {
      return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** How the clients of this end speak to it. */
  Manners manners() {
    synchronized (found) {
      return new Manners(settings.tuning().words(), List.copyOf(found));
    }
  }

  /** Who we are to the end: found once, and by a chain renewed when it is time. */
  AwsCredentialsProvider credentials() {
    return credentials;
  }

  private static AwsCredentialsProvider credentials(S3Settings settings) {
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
  boolean bucketInPath(String host) {
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
    if (bucket.isEmpty()) {
      return URI.create(base + "/" + path);
    }
    return URI.create(
        settings.pathStyle()
            ? base + "/" + bucket + "/" + path
            : base.getScheme() + "://" + bucket + "." + base.getAuthority() + "/" + path);
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
        .sign(sign -> sign.identity(credentials.resolveCredentials())
            .request(request.build())
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request();
  }

  /** Signs a request for an object, all but its bytes: every one of them is read back and compared anyway. */
  SdkHttpRequest signedObject(
      SdkHttpMethod method, URI uri, Map<String, String> headers, long bodyBytes) {
    var all = new TreeMap<String, String>(headers);
    all.put("User-Agent", "aws-sdk-java-http-auth/" + VersionInfo.SDK_VERSION);
    all.put("Accept-Encoding", "identity");
    all.put("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    if (bodyBytes >= 0) {
      all.put("Content-Length", String.valueOf(bodyBytes));
    }
    return signed(method, uri, all);
  }

  /** Asks for what a query says of a bucket, or for the buckets where none is named. */
  Heard get(String bucket, String query) throws IOException {
    var signed = signed(SdkHttpMethod.GET, uri(bucket, "", query));
    var answer = http.prepareRequest(
            HttpExecuteRequest.builder().request(signed).build())
        .call();
    try (var body = answer
        .responseBody()
        .map(InputStream.class::cast)
        .orElseGet(InputStream::nullInputStream)) {
      return new Heard(
          answer.httpResponse().statusCode(),
          answer.httpResponse().firstMatchingHeader(Heard.REGION_HEADER),
          body.readAllBytes());
    }
  }

  private S3Client build(Spelling spelling, Tuning tuning, int attempts) {
    var md5 = tuning.checksums() == Tuning.Checksums.CONTENT_MD5;
    var builder = S3Client.builder()
        .httpClient(http(spelling))
        .region(Region.of(tuning.region()))
        .credentialsProvider(credentials)
        .serviceConfiguration(S3Configuration.builder()
            .pathStyleAccessEnabled(tuning.pathStyle())
            // Many S3 servers take neither chunked signatures nor checksum trailers; Sortie reads
            // every byte back instead.
            .chunkedEncodingEnabled(tuning.checksums() == Tuning.Checksums.CRC32_TRAILER)
            .build())
        .requestChecksumCalculation(
            tuning.checksums().always()
                ? RequestChecksumCalculation.WHEN_SUPPORTED
                : RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .overrideConfiguration(override -> {
          override.addExecutionInterceptor(new StoredBytes());
          override.retryStrategy(strategy -> strategy.maxAttempts(attempts));
          if (md5) {
            override.addExecutionInterceptor(new ContentMd5());
          }
        });
    settings.endpoint().ifPresent(builder::endpointOverride);
    if (md5) {
      builder.addPlugin(LegacyMd5Plugin.create());
    }
    if (tuning.payload() == Tuning.Payload.ALWAYS) {
      builder.authSchemeProvider(new SignedPayload());
    }
    return builder.build();
  }

  private SdkHttpClient guarded(Spelling spelling) {
    return new GuardedHttpClient(new Utf8Headers(wire, spelling), line, this::bucketInPath, clock);
  }

  @Override
  public void close() {
    closed.countDown();
    client.close();
    clientOfBytes.close();
    clientOfMd5.close();
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
