package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.spi.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * One ECS end with its line: the services of the provider are asked with the SDK's credentials, signatures, retries and HTTP client, and
 * their answers are read as they were sent.
 *
 * <p>The SDK's own clients leave out of an answer whatever they do not know, so a field newer than they are would be lost unseen.
 */
final class EcsConnection implements Asking, AutoCloseable {

  static final String LIBRARY =
      "AWS SDK for Java %s over the JDK's HTTP client".formatted(VersionInfo.SDK_VERSION);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 4;
  private static final int SUCCESS = 200;

  private final Line line;
  private final EcsSettings settings;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().socketTimeout(SILENCE).build();
  private final RetryStrategy retries = DefaultRetryStrategy.standardStrategyBuilder()
      .maxAttempts(ATTEMPTS)
      .retryOnException(failed -> !(failed instanceof AnswerException answer) || answer.passes())
      .build();
  private final CountDownLatch closed = new CountDownLatch(1);

  EcsConnection(EcsSettings settings, Line line) {
    this.line = line;
    this.settings = settings;
    this.credentials = settings.accessKey().isPresent() && settings.secretKey().isPresent()
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
            settings.accessKey().get(), settings.secretKey().get()))
        : DefaultCredentialsProvider.builder().build();
  }

  Line line() {
    return line;
  }

  /** The region that is asked. */
  String region() {
    return settings.region();
  }

  @Override
  public JsonNode ask(Api api, String operation, JsonNode parameters) throws IOException {
    var token = retries
        .acquireInitialToken(AcquireInitialTokenRequest.create(api.host()))
        .token();
    while (true) {
      try {
        var answer = once(api, operation, parameters);
        retries.recordSuccess(RecordSuccessRequest.create(token));
        return answer;
      } catch (IOException failed) {
        try {
          var again = retries.refreshRetryToken(
              RefreshRetryTokenRequest.builder().token(token).failure(failed).build());
          token = again.token();
          if (closesWithin(again.delay())) {
            throw failed;
          }
        } catch (TokenAcquisitionFailedException enough) {
          throw failed;
        }
      }
    }
  }

  private boolean closesWithin(Duration pause) {
    try {
      return closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private JsonNode once(Api api, String operation, JsonNode parameters) throws IOException {
    var body = (api == Api.LOAD_BALANCING
            ? form(operation, api.prefix(), parameters)
            : parameters.toString())
        .getBytes(StandardCharsets.UTF_8);
    var request = signed(api, operation, body);
    line.cross(operation, Api.reads(operation));
    line.meter().sent(operation, body.length);
    var begun = System.nanoTime();
    try {
      var response = http.prepareRequest(HttpExecuteRequest.builder()
              .request(request)
              .contentStreamProvider(content(body))
              .build())
          .call();
      try (InputStream in = response
          .responseBody()
          .map(InputStream.class::cast)
          .orElseGet(InputStream::nullInputStream)) {
        var answer = in.readAllBytes();
        line.meter().received(operation, answer.length);
        var status = response.httpResponse().statusCode();
        if (status != SUCCESS) {
          throw refused(api, status, answer);
        }
        return parsed(api, answer);
      }
    } finally {
      line.meter().waited(System.nanoTime() - begun);
    }
  }

  private static ContentStreamProvider content(byte[] body) {
    return () -> new ByteArrayInputStream(body);
  }

  private SdkHttpRequest signed(Api api, String operation, byte[] body) throws IOException {
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(uri(api));
    if (api == Api.LOAD_BALANCING) {
      request.putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    } else {
      request
          .putHeader("Content-Type", "application/x-amz-json-1.1")
          .putHeader("X-Amz-Target", api.prefix() + '.' + operation);
    }
    request
        .putHeader("User-Agent", "aws-sdk-java-http-auth/" + VersionInfo.SDK_VERSION)
        .putHeader("Content-Length", String.valueOf(body.length));
    try {
      var identity = credentials.resolveCredentials();
      return AwsV4HttpSigner.create()
          .sign(sign -> sign.identity(identity)
              .request(request.build())
              .payload(content(body))
              .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, api.host())
              .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region()))
          .request();
    } catch (SdkException none) {
      throw new IOException(
          "no credentials were found; set access-key and secret-key to env:NAME, or log in with the AWS CLI",
          none);
    }
  }

  private URI uri(Api api) {
    var region = Region.of(settings.region());
    return settings
        .endpoint()
        .map(endpoint -> URI.create(endpoint + "/"))
        .orElseGet(() -> URI.create("https://%s.%s.%s/"
            .formatted(
                api.host(), settings.region(), PartitionMetadata.of(region).dnsSuffix())));
  }

  /** Lists stand as {@code Name.member.1}. */
  private static String form(String operation, String version, JsonNode parameters) {
    var fields = new TreeMap<String, String>();
    parameters.properties().forEach(one -> {
      if (one.getValue().isArray()) {
        int i = 1;
        for (var element : one.getValue()) {
          fields.put(one.getKey() + ".member." + i++, element.asText());
        }
      } else {
        fields.put(one.getKey(), one.getValue().asText());
      }
    });
    var form = new StringBuilder("Action=" + operation + "&Version=" + version);
    fields.forEach((name, value) -> form.append('&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return form.toString();
  }

  private static JsonNode parsed(Api api, byte[] answer) throws IOException {
    if (api == Api.LOAD_BALANCING) {
      var document = XmlAnswer.of(answer);
      for (var one : document.properties()) {
        if (one.getKey().endsWith("Result")) {
          return one.getValue();
        }
      }
      return document;
    }
    return JSON.readTree(answer);
  }

  private static IOException refused(Api api, int status, byte[] answer) {
    try {
      var document =
          api == Api.LOAD_BALANCING ? XmlAnswer.of(answer).path("Error") : JSON.readTree(answer);
      var code = document.has("Code") ? document.path("Code") : document.path("__type");
      var message = document.has("Message") ? document.path("Message") : document.path("message");
      return new AnswerException(status, code.asText().replaceAll("^.*#", ""), message.asText());
    } catch (IOException wordless) {
      return new AnswerException(status, "", "");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    http.close();
  }
}
