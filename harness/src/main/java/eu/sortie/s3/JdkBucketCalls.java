package eu.sortie.s3;

import eu.sortie.s3.bucket.BucketCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Reads a bucket back through the JDK's HTTP client, on the line: the second witness, which only reads. */
final class JdkBucketCalls implements BucketCalls {

  private static final String LIBRARY =
      "java.net.http " + Runtime.version().feature() + " (configurations of the bucket)";

  private final S3Connection connection;
  private final SignedGet gets;

  JdkBucketCalls(S3Connection connection, String bucket) {
    this(connection, new SignedGet(connection, bucket));
  }

  JdkBucketCalls(S3Connection connection, SignedGet gets) {
    this.connection = connection;
    this.gets = gets;
  }

  @Override
  public String library() {
    return LIBRARY;
  }

  @Override
  public String region() {
    return connection.settings().region();
  }

  @Override
  public Answer call(Request request) throws IOException {
    if (!request.method().equals("GET")) {
      throw new IOException("%s ?%s was refused: the second witness only reads"
          .formatted(request.method(), query(request)));
    }
    var answer = gets.whole("", query(request));
    return new Answer(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static String query(Request request) {
    return request.query().entrySet().stream()
        .map(JdkBucketCalls::parameter)
        .collect(Collectors.joining("&"));
  }

  private static String parameter(Map.Entry<String, String> one) {
    return one.getValue().isEmpty()
        ? one.getKey()
        : one.getKey() + "=" + SdkHttpUtils.urlEncode(one.getValue());
  }
}
