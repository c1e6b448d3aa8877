package eu.sortie.s3;

import eu.sortie.spi.Line;
import java.io.IOException;
import java.util.function.Predicate;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Puts the MinIO client on a line: read only, and each attempt counted.
 *
 * <p>It also asks for the bytes as they are stored: left alone, the HTTP library would decode gzip on its own and hide it.
 */
final class GuardedInterceptor implements Interceptor {

  private final Line line;
  private final Predicate<String> bucketInPath;

  GuardedInterceptor(Line line, Predicate<String> bucketInPath) {
    this.line = line;
    this.bucketInPath = bucketInPath;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var request = chain.request();
    var url = request.url();
    var operation = S3Operation.name(
        request.method(), url.encodedPath(), url.encodedQuery(), bucketInPath.test(url.host()));
    if (!S3Operation.reads(request.method())) {
      throw new IOException(operation + " was refused: the second witness only reads");
    }
    line.cross(operation, true);
    long begun = System.nanoTime();
    Response response;
    try {
      response = chain.proceed(stored(request));
    } finally {
      line.meter().waited(System.nanoTime() - begun);
    }
    if (S3Fault.asksForLess(response.code())) {
      line.meter().slowDown();
    }
    return response
        .newBuilder()
        .body(new CountedBody(response.body(), operation))
        .build();
  }

  private static Request stored(Request request) {
    return request.header("Accept-Encoding") != null
        ? request
        : request.newBuilder().header("Accept-Encoding", "identity").build();
  }

  private final class CountedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource counted;

    CountedBody(ResponseBody body, String operation) {
      this.body = body;
      this.counted = Okio.buffer(Okio.source(
          new CountingStream(body.byteStream(), new Received(line.meter(), operation))));
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() {
      return body.contentLength();
    }

    @Override
    public BufferedSource source() {
      return counted;
    }
  }
}
