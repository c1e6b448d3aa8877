package eu.sortie.s3;

import eu.sortie.s3.bucket.BucketCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;

/** Calls a bucket through the AWS SDK's HTTP client, on the line: who reads the source and writes the destination. */
final class SdkBucketCalls implements BucketCalls {

  private final S3Connection connection;
  private final BucketRequest requests;

  SdkBucketCalls(S3Connection connection, String bucket) {
    this.connection = connection;
    this.requests = new BucketRequest(connection, bucket);
  }

  @Override
  public String library() {
    return S3Connection.LIBRARY;
  }

  @Override
  public String region() {
    return connection.settings().region();
  }

  @Override
  public Answer call(Request request) throws IOException {
    var execute = HttpExecuteRequest.builder().request(requests.signed(request));
    if (!S3Operation.reads(request.method())) {
      execute.contentStreamProvider(
          ContentStreamProvider.fromByteArray(BucketRequest.bytes(request)));
    }
    var response = connection.http().prepareRequest(execute.build()).call();
    var status = response.httpResponse().statusCode();
    var body = response.responseBody();
    if (body.isEmpty()) {
      return new Answer(status, "");
    }
    try (var bytes = body.get()) {
      return new Answer(status, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
