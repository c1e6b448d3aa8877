package eu.sortie.s3;

import eu.sortie.spi.LineException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * The calls that every object costs, its GET and its PUT or those of its parts, by the SDK's signer and retry strategy alone.
 *
 * <p>The SDK's service client spends several times as much of this machine on a small object as the object needs; all other calls go
 * through it. What is refused is the same {@link S3Exception} as there.
 */
final class ObjectCalls {

  private final S3Connection connection;
  private final String bucket;
  private final Retries retries;

  ObjectCalls(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
    this.retries = new Retries(connection, bucket);
  }

  /** A call as it is made, as often as it has to be. */
  private record Asked(
      SdkHttpMethod method,
      URI uri,
      Map<String, String> headers,
      Spelling spelling,
      @Nullable Body body) {}

  /** What is sent, and how many bytes of it. */
  private record Body(ContentStreamProvider content, long bytes) {

    static Body of(byte[] held) {
      return new Body(ContentStreamProvider.fromByteArrayUnsafe(held), held.length);
    }
  }

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
    return put(connection.uri(bucket, key, ""), headers, spelling, body)
        .header("x-amz-version-id")
        .orElse("");
  }

  /**
   * Puts a whole object as its bytes come, once: they cannot be sent a second time. Gives what the end calls the version it made, empty
   * where it names none.
   */
  String stream(
      String key, Map<String, String> headers, Spelling spelling, long bytes, InputStream stream) {
    var asked = new Asked(
        SdkHttpMethod.PUT,
        connection.uri(bucket, key, ""),
        headers,
        spelling,
        new Body(() -> new LentStream(stream), bytes));
    return drained(once(asked)).header("x-amz-version-id").orElse("");
  }

  /** Puts one part of an upload; gives the ETag by which the end knows it, empty where it names none. */
  String putPart(String key, String upload, int number, Map<String, String> headers, byte[] part) {
    var query = "partNumber=" + number + "&uploadId=" + SdkHttpUtils.urlEncode(upload);
    return put(connection.uri(bucket, key, query), headers, Spelling.TEXT, part)
        .header("ETag")
        .orElse("");
  }

  private Answer put(URI uri, Map<String, String> headers, Spelling spelling, byte[] body) {
    return drained(call(new Asked(SdkHttpMethod.PUT, uri, headers, spelling, Body.of(body))));
  }

  /** What comes back of a PUT is hardly ever more than headers; read to its end it leaves the connection to the next. */
  private static Answer drained(Answer answer) {
    try (var rest = answer.bytes()) {
      rest.readAllBytes();
    } catch (IOException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
    return answer;
  }

  private Answer call(Asked asked) {
    return retries.call(() -> once(asked));
  }

  private Answer once(Asked asked) {
    var body = asked.body();
    try {
      var request = HttpExecuteRequest.builder()
          .request(connection.signedObject(
              asked.method(), asked.uri(), asked.headers(), body == null ? -1 : body.bytes()));
      if (body != null) {
        request.contentStreamProvider(body.content());
      }
      var answer =
          connection.http(asked.spelling()).prepareRequest(request.build()).call();
      var bytes = answer
          .responseBody()
          .orElseGet(() -> AbortableInputStream.create(InputStream.nullInputStream()));
      if (!answer.httpResponse().isSuccessful()) {
        throw S3Fault.refusal(answer.httpResponse(), bytes);
      }
      return new Answer(answer.httpResponse(), bytes);
    } catch (IOException | LineException failed) {
      throw SdkClientException.create(String.valueOf(failed.getMessage()), failed);
    }
  }
}
