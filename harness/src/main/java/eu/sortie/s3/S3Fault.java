package eu.sortie.s3;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.EndFaultException;
import eu.sortie.spi.ExpiredException;
import eu.sortie.spi.LineException;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What went wrong in a call of the SDK, in the words of the end. */
final class S3Fault {

  private static final Set<String> WRONG_KEYS = Set.of(
      "InvalidAccessKeyId",
      "SignatureDoesNotMatch",
      "InvalidToken",
      "ExpiredToken",
      "AuthorizationHeaderMalformed");
  private static final Set<String> ABOUT_REGION = Set.of(
      "AuthorizationHeaderMalformed",
      "PermanentRedirect",
      "SignatureDoesNotMatch",
      "IllegalLocationConstraintException");
  private static final Set<String> SKEWED = Set.of("RequestTimeTooSkewed", "RequestExpired");

  private static final Set<String> EXPIRED = Set.of("ExpiredToken", "TokenRefreshRequired");

  /** What says nothing of the item: too many requests, and nobody behind who could answer. */
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

  private static final int LONGEST_ERROR = 64 * 1024;

  private S3Fault() {}

  /** What an end answered that is no success, read off its answer without the SDK's client. */
  static S3Exception refusal(SdkHttpResponse http, InputStream body) throws IOException {
    var details = AwsErrorDetails.builder().sdkHttpResponse(http);
    try (body) {
      var error = XmlAnswer.of(body.readNBytes(LONGEST_ERROR));
      details.errorCode(error.first("Code")).errorMessage(error.first("Message"));
    } catch (IOException wordless) {
      details.errorCode("").errorMessage("");
    }
    return (S3Exception) S3Exception.builder()
        .statusCode(http.statusCode())
        .awsErrorDetails(details.build())
        .build();
  }

  /** The end's answer in one line: status, code, message. */
  static String words(S3Exception answer) {
    var details = Optional.ofNullable(answer.awsErrorDetails());
    var code = details.map(AwsErrorDetails::errorCode).orElse("");
    var message = details.map(AwsErrorDetails::errorMessage).orElse("");
    return "%d %s %s"
        .formatted(answer.statusCode(), code == null ? "" : code, message == null ? "" : message)
        .strip()
        .replaceAll("\\s+", " ");
  }

  static String code(S3Exception answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  /** The end answered and said no to this one item; or it could not be asked at all, or was too busy to say, or failed itself. */
  static IOException ofItem(S3Connection connection, SdkException failed) {
    if (failed instanceof S3Exception answer && !saysNothingOfTheItem(answer)) {
      return answer.statusCode() == 412 || answer.statusCode() == 404
          ? new ChangedException(words(answer), failed)
          : new RefusedException(words(answer), failed);
    }
    return unreachable(connection, failed);
  }

  /** Whether an end says by a status that it is asked too much at once. */
  static boolean asksForLess(int status) {
    return status == 503 || status == 429;
  }

  /** Whether an answer is about the end or about us, and would be the same for any other item. */
  static boolean saysNothingOfTheItem(S3Exception answer) {
    return BUSY.contains(answer.statusCode()) || isOwnFault(answer) || isExpired(answer);
  }

  /** Whether the end says that it failed itself, and not that it does not know the question. */
  private static boolean isOwnFault(S3Exception answer) {
    return answer.statusCode() >= 500 && answer.statusCode() != 501;
  }

  private static boolean isExpired(S3Exception answer) {
    return EXPIRED.contains(code(answer));
  }

  /** The end could not be asked, or what it answered says nothing of what it was asked for. */
  static IOException unreachable(S3Connection connection, SdkException failed) {
    if (failed instanceof S3Exception answer) {
      if (isExpired(answer)) {
        return expired(connection, answer);
      }
      return isOwnFault(answer) && !BUSY.contains(answer.statusCode())
          ? new EndFaultException(words(answer), failed)
          : new IOException(words(answer), failed);
    }
    return unreachable(failed);
  }

  /** The end gave no answer at all. */
  static IOException unreachable(SdkException failed) {
    return has(failed, UnknownHostException.class)
        .map(unknown -> new IOException("no such host: " + unknown.getMessage(), failed))
        .orElseGet(() -> new IOException(root(failed), failed));
  }

  private static IOException expired(S3Connection connection, S3Exception answer) {
    return connection.settings().credentialsAreLookedUp()
        ? ExpiredException.renewable(
            words(answer) + "; renew the credentials where they are looked up", answer)
        : new ExpiredException(
            words(answer)
                + "; renew the credentials and run the drill again: keys of an environment are read once, those of a profile whenever they change",
            answer);
  }

  /** Why an end cannot take part, before anything moves. */
  static Misuse misuse(S3Connection connection, String doing, SdkException failed) {
    return new Misuse(
        "end '%s' (%s): %s: %s"
            .formatted(
                connection.end().name(),
                connection.settings().address(),
                doing,
                explain(connection, failed)),
        failed);
  }

  static String explain(S3Connection connection, SdkException failed) {
    if (failed instanceof S3Exception answer) {
      return explain(connection, answer);
    }
    if (has(failed, LineException.class).isPresent()) {
      return root(failed);
    }
    if (has(failed, UnknownHostException.class).isPresent()) {
      return "no such host; check the endpoint's spelling and this machine's name service";
    }
    var tls = has(failed, SSLException.class);
    if (tls.isPresent()) {
      return "TLS failed (%s); check that the endpoint speaks https, and that its certificate is for this name and from an authority this JVM trusts (SORTIE_JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE names others)"
          .formatted(tls.get().getMessage());
    }
    if (has(failed, ConnectException.class).isPresent()) {
      return "nobody answers there; check the endpoint and that the server is up";
    }
    if (has(failed, SocketTimeoutException.class).isPresent()) {
      return "no answer in time; check the endpoint and what stands between";
    }
    if (String.valueOf(failed.getMessage()).contains("credentials")) {
      return "no credentials were found; set access-key and secret-key to env:NAME, name a profile, or log in with the AWS CLI";
    }
    return root(failed);
  }

  private static String explain(S3Connection connection, S3Exception answer) {
    var code = code(answer);
    if (SKEWED.contains(code) || connection.clock().tooFarOff()) {
      return skewed(connection);
    }
    var region = elsewhere(connection, answer);
    if (region.isPresent()) {
      return "it is in region '%s' and '%s' is set (%s); set region: %s"
          .formatted(region.get(), connection.settings().region(), words(answer), region.get());
    }
    if (WRONG_KEYS.contains(code)) {
      return "the credentials were refused (%s); check access-key, secret-key and region"
          .formatted(words(answer));
    }
    if (answer.statusCode() == 403) {
      return "access was refused (%s); check the credentials and what they are allowed"
          .formatted(words(answer));
    }
    if (answer.statusCode() == 301 || code.equals("PermanentRedirect")) {
      return "the bucket is in another region (%s); set region".formatted(words(answer));
    }
    return words(answer);
  }

  /** Another region than the one that is set, where the answer names one. */
  private static Optional<String> elsewhere(S3Connection connection, S3Exception answer) {
    var details = Optional.ofNullable(answer.awsErrorDetails());
    return details
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(http -> http.firstMatchingHeader(Heard.REGION_HEADER))
        .or(() -> Heard.regionIn(words(answer)))
        .filter(region -> !region.equals(connection.settings().region()))
        .filter(region -> ABOUT_REGION.contains(code(answer)) || answer.statusCode() == 301);
  }

  static String skewed(S3Connection connection) {
    var off = connection
        .clock()
        .skew()
        .map(skew -> skew.abs().toMinutes() + " min " + (skew.isNegative() ? "behind" : "ahead of"))
        .orElse("too far off");
    return "its clock is %s ours, S3 allows 15 min; set the clock of this machine by NTP"
        .formatted(off);
  }

  private static <T extends Throwable> Optional<T> has(Throwable failed, Class<T> kind) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static String root(Throwable failed) {
    var cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
