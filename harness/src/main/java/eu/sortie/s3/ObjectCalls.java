package eu.sortie.s3;

import eu.sortie.spi.LineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The two calls that every object costs, its GET and its PUT, by the SDK's signer and retry strategy alone.
 *
 * <p>The SDK's service client spends several times as much of this machine on a small object as the object needs; all other calls go
 * through it. What is refused is the same {@link S3Exception} as there.
 */
final class ObjectCalls {

  /** As many as the SDK's service client makes. */
  private static final int ATTEMPTS = 4;

  private static final long MOST_SECONDS_AWAY = 60;

  private static final int LONGEST_ERROR = 64 * 1024;

  private final S3Connection connection;
  private final String bucket;
  private final RetryStrategy retries =
      AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build();

  ObjectCalls(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  /** A call as it is made, as often as it has to be. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and private.
  private record Asked(
      SdkHttpMethod method,
      URI uri,
      Map<String, String> headers,
      Spelling spelling,
      byte @Nullable [] body) {}

  /** An answer that is no refusal; its bytes are still to be read. */
  record Answer(SdkHttpResponse http, AbortableInputStream bytes) {

    ObjectHeaders headers() {
      return new ObjectHeaders(http.headers());
    }

    long length() {
      return http.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(0L);
    }

    Optional<String> header(String name) {
      return http.firstMatchingHeader(name);
    }
  }

  /** Gets an object's bytes with its headers. */
  Answer get(ObjectName object, Map<String, String> headers) {
    var uri = connection.uri(bucket, object.key(), SignedGet.query(object, ""));
    return call(new Asked(SdkHttpMethod.GET, uri, headers, Spelling.TEXT, null));
  }

  /** Puts a whole object; gives what the end calls the version it made, empty where it names none. */
  String put(String key, Map<String, String> headers, Spelling spelling, byte[] body) {
    var uri = connection.uri(bucket, key, "");
    var answer = call(new Asked(SdkHttpMethod.PUT, uri, headers, spelling, body));
    try (var rest = answer.bytes()) {
      rest.readAllBytes();
    } catch (IOException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
    return answer.header("x-amz-version-id").orElse("");
  }

  private Answer call(Asked asked) {
    var token =
        retries.acquireInitialToken(AcquireInitialTokenRequest.create(bucket)).token();
    while (true) {
      try {
        var answer = once(asked);
        retries.recordSuccess(RecordSuccessRequest.create(token));
        return answer;
      } catch (SdkException failed) {
        try {
          var again = retries.refreshRetryToken(RefreshRetryTokenRequest.builder()
              .token(token)
              .failure(failed)
              .suggestedDelay(askedFor(failed))
              .build());
          token = again.token();
          if (connection.closesWithin(again.delay())) {
            throw failed;
          }
        } catch (TokenAcquisitionFailedException enough) {
          throw failed;
        }
      }
    }
  }

  /** How long an end that is busy asks us to stay away: seconds, at most one minute; another form is not heeded. */
  private static Duration askedFor(SdkException failed) {
    return failed instanceof S3Exception answer && answer.awsErrorDetails() != null
        ? answer
            .awsErrorDetails()
            .sdkHttpResponse()
            .firstMatchingHeader("Retry-After")
            .filter(words -> words.matches("\\d{1,4}"))
            .map(words -> Duration.ofSeconds(Math.min(MOST_SECONDS_AWAY, Long.parseLong(words))))
            .orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private Answer once(Asked asked) {
    var body = asked.body();
    try {
      var request = HttpExecuteRequest.builder()
          .request(connection.signedObject(
              asked.method(), asked.uri(), asked.headers(), body == null ? -1 : body.length));
      if (body != null) {
        request.contentStreamProvider(ContentStreamProvider.fromByteArrayUnsafe(body));
      }
      var answer =
          connection.http(asked.spelling()).prepareRequest(request.build()).call();
      var bytes = answer
          .responseBody()
          .orElseGet(() -> AbortableInputStream.create(InputStream.nullInputStream()));
      if (!answer.httpResponse().isSuccessful()) {
        throw refusal(answer, bytes);
      }
      return new Answer(answer.httpResponse(), bytes);
    } catch (IOException | LineException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
  }

  private static SdkException refusal(HttpExecuteResponse answer, InputStream bytes)
      throws IOException {
    var http = answer.httpResponse();
    var details = AwsErrorDetails.builder().sdkHttpResponse(http);
    try (bytes) {
      var error = XmlAnswer.of(bytes.readNBytes(LONGEST_ERROR));
      details.errorCode(error.first("Code")).errorMessage(error.first("Message"));
    } catch (IOException wordless) {
      details.errorCode("").errorMessage("");
    }
    return (SdkException) S3Exception.builder()
        .statusCode(http.statusCode())
        .awsErrorDetails(details.build())
        .build();
  }
}
