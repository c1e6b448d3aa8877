package eu.sortie.s3;

import eu.sortie.spi.Line;
import java.io.IOException;
import java.util.function.Predicate;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Puts the SDK's HTTP client on a line: each attempt is asked for and counted, retries included.
 *
 * <p>This is below the SDK's pipeline, so nothing the SDK does by itself can go uncounted or unguarded.
 */
final class GuardedHttpClient implements SdkHttpClient {

  private final SdkHttpClient wire;
  private final Line line;
  private final Predicate<String> bucketInPath;
  private final ServerClock clock;

  GuardedHttpClient(
      SdkHttpClient wire, Line line, Predicate<String> bucketInPath, ServerClock clock) {
    this.wire = wire;
    this.line = line;
    this.bucketInPath = bucketInPath;
    this.clock = clock;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var http = request.httpRequest();
    var operation = S3Operation.name(
        http.method().name(),
        http.encodedPath(),
        http.encodedQueryParameters().orElse(""),
        bucketInPath.test(http.host()));
    var reads = S3Operation.reads(http.method().name());
    var sent = new Sent(line.meter(), operation);
    var prepared = wire.prepareRequest(counting(request, sent));
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        line.cross(operation, reads);
        long begun = System.nanoTime();
        HttpExecuteResponse response;
        try {
          response = prepared.call();
        } finally {
          // Bytes that come from the other end while they are sent are waited for there.
          line.meter().waited(System.nanoTime() - begun - sent.waited());
        }
        if (S3Fault.asksForLess(response.httpResponse().statusCode())) {
          line.meter().slowDown();
        }
        clock.heard(response.httpResponse().firstMatchingHeader("Date"));
        return counting(response, operation);
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String clientName() {
    return wire.clientName();
  }

  private static HttpExecuteRequest counting(HttpExecuteRequest request, Sent sent) {
    return request
        .contentStreamProvider()
        .map(content -> HttpExecuteRequest.builder()
            .request(request.httpRequest())
            .contentStreamProvider(() -> new CountingStream(content.newStream(), sent))
            .build())
        .orElse(request);
  }

  private HttpExecuteResponse counting(HttpExecuteResponse response, String operation) {
    return response
        .responseBody()
        .map(body -> HttpExecuteResponse.builder()
            .response(response.httpResponse())
            .responseBody(AbortableInputStream.create(
                new CountingStream(body, new Received(line.meter(), operation)), body))
            .build())
        .orElse(response);
  }
}
