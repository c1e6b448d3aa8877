package eu.sortie.s3;

import io.minio.MinioClient;
import io.minio.Signer;
import io.minio.credentials.Provider;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The one call that every object costs when it is read back: its GET, by the MinIO client's own HTTP library and signer.
 *
 * <p>The rest of that client builds and checks arguments, and that is most of what a small object costs in it; whatever else is asked
 * goes through it.
 */
final class WitnessCalls {

  /** What reads objects back, as it is named in the outcome. */
  static final String LIBRARY = "OkHttp %s, signed by MinIO client %s"
      .formatted(okhttp3.OkHttp.VERSION, MinioClient.class.getPackage().getImplementationVersion());

  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final S3Connection connection;
  private final String bucket;
  private final OkHttpClient http;
  private final Provider credentials;
  private final Retries retries;

  WitnessCalls(S3Connection connection, String bucket, OkHttpClient http, Provider credentials) {
    this.connection = connection;
    this.bucket = bucket;
    this.http = http;
    this.credentials = credentials;
    this.retries = new Retries(connection, bucket);
  }

  /** Gets an object's bytes with its headers; whoever closes the answer ends it. */
  Response get(ObjectName object) {
    var url = HttpUrl.get(connection.uri(bucket, object.key(), SignedGet.query(object, "")));
    if (url == null) {
      throw new IllegalStateException("an end's address is http or https, or it is no end");
    }
    return retries.call(() -> once(url));
  }

  private Response once(HttpUrl url) {
    try {
      var answer = http.newCall(signed(url)).execute();
      if (answer.isSuccessful()) {
        return answer;
      }
      try (answer) {
        throw S3Fault.refusal(
            SdkHttpResponse.builder()
                .statusCode(answer.code())
                .headers(answer.headers().toMultimap())
                .build(),
            answer.body().byteStream());
      }
    } catch (IOException | MinioException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
  }

  private Request signed(HttpUrl url) throws MinioException {
    var who = credentials.fetch();
    var request = new Request.Builder()
        .url(url)
        .header("Host", host(url))
        // Left out, OkHttp asks for gzip and unpacks what was stored packed.
        .header("Accept-Encoding", "identity")
        .header("x-amz-date", AMZ_DATE.format(ZonedDateTime.now(ZoneOffset.UTC)))
        .header("x-amz-content-sha256", UNSIGNED);
    ObjectHeaders.WITH_CHECKSUMS.forEach(request::header);
    if (who.sessionToken() != null) {
      request.header("x-amz-security-token", who.sessionToken());
    }
    return Signer.signV4S3(
        request.build(),
        connection.settings().region(),
        who.accessKey(),
        who.secretKey(),
        UNSIGNED);
  }

  private static String host(HttpUrl url) {
    var host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }
}
