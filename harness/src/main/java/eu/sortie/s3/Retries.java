package eu.sortie.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Makes a call again where that may help, by the AWS SDK's own strategy: with jitter, a few times, as late as a busy end asks, and ever
 * less where an end fails all the time.
 */
final class Retries {

  /** As many as the SDK's service client makes by itself. */
  static final int ATTEMPTS = 4;

  private static final long MOST_SECONDS_AWAY = 60;

  private final S3Connection connection;
  private final String scope;
  private final RetryStrategy strategy =
      AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build();

  /** A call that may be made again; what it throws else ends it. */
  interface Call<T> {
    T once() throws SdkException;
  }

  Retries(S3Connection connection, String bucket) {
    this.connection = connection;
    this.scope = bucket;
  }

  <T> T call(Call<T> call) {
    var token =
        strategy.acquireInitialToken(AcquireInitialTokenRequest.create(scope)).token();
    while (true) {
      try {
        var answer = call.once();
        strategy.recordSuccess(RecordSuccessRequest.create(token));
        return answer;
      } catch (SdkException failed) {
        try {
          var again = strategy.refreshRetryToken(RefreshRetryTokenRequest.builder()
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
}
