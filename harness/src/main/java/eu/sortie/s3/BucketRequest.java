package eu.sortie.s3;

import eu.sortie.s3.bucket.BucketCalls.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** A request to a bucket that is written by hand and signed, whichever library sends it. */
final class BucketRequest {

  private final S3Connection connection;
  private final String bucket;

  BucketRequest(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  SdkHttpRequest signed(Request request) {
    var unsigned = SdkHttpRequest.builder()
        .method(SdkHttpMethod.fromValue(request.method()))
        .uri(connection.uri(bucket, "", ""));
    request
        .query()
        .forEach(
            (name, value) -> unsigned.putRawQueryParameter(name, value.isEmpty() ? null : value));
    request.headers().forEach(unsigned::putHeader);
    unsigned.putHeader("Accept-Encoding", "identity");
    var writes = !S3Operation.reads(request.method());
    if (writes) {
      var body = bytes(request);
      unsigned.putHeader("Content-Length", String.valueOf(body.length));
      // Some configurations are refused without it (facts P03), and no server minds it.
      unsigned.putHeader("Content-MD5", md5(body));
    }
    return AwsV4HttpSigner.create()
        .sign(sign -> sign.identity(connection.credentials().resolveCredentials())
            .request(unsigned.build())
            .payload(ContentStreamProvider.fromByteArray(bytes(request)))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, connection.settings().region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true))
        .request();
  }

  static byte[] bytes(Request request) {
    return request.body().getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JVM has MD5", impossible);
    }
  }
}
