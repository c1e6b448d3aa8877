package eu.sortie.s3;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The one call that every object costs when it is read back: its GET, by OkHttp, which wrote nothing.
 *
 * <p>OkHttp is what the MinIO client reads through; the rest of that client builds and checks arguments, and that is most of what a
 * small object costs in it. Whatever else is asked goes through it. The signature is the SDK's signer alone: a wrong one is refused, and
 * changes nothing of what is read.
 */
final class WitnessCalls {

  /** What reads objects back, as it is named in the outcome. */
  static final String LIBRARY = "OkHttp " + OkHttp.VERSION;

  private final S3Connection connection;
  private final String bucket;
  private final OkHttpClient http;
  private final HttpUrl host;
  private final Retries retries;

  WitnessCalls(S3Connection connection, String bucket, OkHttpClient http) {
    this.connection = connection;
    this.bucket = bucket;
    this.http = http;
    this.host = HttpUrl.get(connection.uri(bucket, "", "").toString());
    this.retries = new Retries(connection, bucket);
  }

  /** Gets an object's bytes with its headers; whoever closes the answer's body ends it. */
  Response get(ObjectName object) {
    var uri = connection.uri(bucket, object.key(), SignedGet.query(object, ""));
    return retries.call(() -> once(uri));
  }

  private Response once(URI uri) {
    try {
      var answer = http.newCall(signed(uri)).execute();
      if (answer.isSuccessful()) {
        return answer;
      }
      throw S3Fault.refusal(
          SdkHttpResponse.builder()
              .statusCode(answer.code())
              .headers(answer.headers().toMultimap())
              .build(),
          answer.body().byteStream());
    } catch (IOException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
  }

  /** The host is the same for every object, and reading one is most of what reading an address costs. */
  private HttpUrl url(URI uri) {
    return host.newBuilder()
        .encodedPath(uri.getRawPath())
        .encodedQuery(uri.getRawQuery())
        .build();
  }

  private Request signed(URI uri) {
    var request = new Request.Builder().url(url(uri));
    connection
        .signedObject(SdkHttpMethod.GET, uri, ObjectHeaders.WITH_CHECKSUMS, -1)
        .forEachHeader((name, values) -> values.forEach(value -> request.header(name, value)));
    return request.header("User-Agent", "okhttp/" + OkHttp.VERSION).build();
  }
}
