package eu.sortie.s3;

import eu.sortie.s3.bucket.BucketCalls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a bucket back through the JDK's HTTP client, on the line: the second witness, which only reads. */
final class JdkBucketCalls implements BucketCalls {

  private static final String LIBRARY =
      "java.net.http " + Runtime.version().feature() + " (configurations of the bucket)";

  private final S3Connection connection;
  private final BucketRequest requests;
  private final HttpClient http = DotKeyReader.wire();

  JdkBucketCalls(S3Connection connection, String bucket) {
    this.connection = connection;
    this.requests = new BucketRequest(connection, bucket);
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
    var signed = requests.signed(request);
    var uri = signed.getUri();
    var operation = S3Operation.name(request.method(), uri, connection.bucketInPath(uri));
    if (!S3Operation.reads(request.method())) {
      throw new IOException(operation + " was refused: the second witness only reads");
    }
    var send = HttpRequest.newBuilder(uri).GET().timeout(DotKeyReader.SILENCE);
    signed.forEachHeader((name, values) -> {
      if (!DotKeyReader.SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> send.header(name, value));
      }
    });
    connection.line().cross(operation, true);
    try {
      var answer = http.send(send.build(), BodyHandlers.ofByteArray());
      connection.line().meter().received(operation, answer.body().length);
      return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", interrupted);
    }
  }
}
