package eu.sortie.oci;

import eu.sortie.spi.AgainException;
import eu.sortie.spi.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp's client to one registry, every request of it on the line: redirects and tokens included.
 *
 * <p>Redirects and challenges are answered here and not by OkHttp, so that the line is asked before each request is sent.
 */
final class OkHttpConnection implements Connection {

  static final String LIBRARY = "OkHttp " + OkHttp.VERSION;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TURNS = 12;
  private static final String AUTHORIZATION = "Authorization";

  private final Line line;
  private final HttpUrl base;
  private final Tokens tokens;
  private final OkHttpClient http;

  OkHttpConnection(OciSettings settings, Optional<Credentials> credentials, Line line) {
    this.line = line;
    this.base = HttpUrl.get(settings.address());
    this.tokens = new Tokens(credentials);
    this.http = new OkHttpClient.Builder()
        .connectTimeout(PATIENCE)
        .readTimeout(PATIENCE)
        .writeTimeout(PATIENCE)
        .followRedirects(false)
        .addNetworkInterceptor(this::countAgain)
        .build();
  }

  @Override
  public String library() {
    return LIBRARY;
  }

  Line line() {
    return line;
  }

  @Override
  public Answer get(String path, String repository, String accept) throws IOException {
    return send("GET", path, repository, accept, Body.NONE);
  }

  @Override
  public Answer head(String path, String repository, String accept) throws IOException {
    return send("HEAD", path, repository, accept, Body.NONE);
  }

  /**
   * What is sent along.
   *
   * @param type its type; empty where there is no body
   * @param length how many bytes come
   * @param bytes where they come from; null where there is no body
   * @param once whether they can be had once only
   */
  record Body(String type, long length, @Nullable Supplier<InputStream> bytes, boolean once) {

    static final Body NONE = new Body("", 0, null, false);

    /** A document at hand. */
    static Body of(String type, byte[] document) {
      return new Body(type, document.length, () -> new ByteArrayInputStream(document), false);
    }

    /** Bytes as they come. */
    static Body passing(String type, long length, InputStream bytes) {
      return new Body(type, length, () -> bytes, true);
    }
  }

  /**
   * Sends a request.
   *
   * @param path below the registry's own address, or a whole address that it gave
   */
  Answer send(String method, String path, String repository, String accept, Body body)
      throws IOException {
    var url = base.resolve(path);
    if (url == null) {
      throw new IOException("the registry names an address that is none: " + path);
    }
    var renewed = false;
    var busy = new Busy();
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      var request = request(method, url, accept, body);
      var known = isOurs(url) ? tokens.known(repository) : Optional.<String>empty();
      known.ifPresent(token -> request.header(AUTHORIZATION, token));
      var response = once(method, url, request.build());
      if (response.code() == 401 && isOurs(url) && !renewed) {
        // Whoever is refused with a token that was made for this will be refused again.
        renewed = true;
        if (tokens.renew(repository, Operation.reads(method), response, this::once)) {
          response.close();
          requireAtHand(body);
          continue;
        }
      }
      if (Operation.reads(method) && busy.isWorthWaiting(response)) {
        response.close();
        busy.rest();
        continue;
      }
      var next = redirect(response);
      if (next == null || !Operation.reads(method)) {
        return answer(method, url, response);
      }
      response.close();
      url = next;
    }
    throw new IOException(
        "the registry sends us round in circles: %s%s".formatted(url.host(), url.encodedPath()));
  }

  /** What passes cannot be sent twice; whoever has it begins anew, and the new token is known then. */
  private static void requireAtHand(Body body) throws IOException {
    if (body.once()) {
      var words = "the registry wanted a new token before it took the bytes";
      throw new AgainException(words, new IOException(words));
    }
  }

  private boolean isOurs(HttpUrl url) {
    return url.host().equals(base.host()) && url.port() == base.port();
  }

  private static @Nullable HttpUrl redirect(Response response) {
    var to = response.header("Location");
    return response.isRedirect() && to != null ? response.request().url().resolve(to) : null;
  }

  private static Request.Builder request(String method, HttpUrl url, String accept, Body body) {
    var request = new Request.Builder().url(url).method(method, requestBody(method, body));
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    // As it is stored: OkHttp would unpack what a registry packs on the way.
    return request
        .header("Accept-Encoding", "identity")
        .tag(AtomicInteger.class, new AtomicInteger());
  }

  private static @Nullable RequestBody requestBody(String method, Body body) {
    var bytes = body.bytes();
    if (bytes == null) {
      return method.equals("POST") || method.equals("PUT") ? RequestBody.create(new byte[0]) : null;
    }
    return new Streamed(body.type(), body.length(), bytes);
  }

  private Response once(String method, HttpUrl url, Request request) throws IOException {
    line.cross(Operation.name(method, url.encodedPath()), Operation.reads(method));
    var begun = System.nanoTime();
    try {
      var response = http.newCall(request).execute();
      var body = request.body();
      if (body != null) {
        line.meter()
            .sent(Operation.name(method, url.encodedPath()), Math.max(body.contentLength(), 0));
      }
      if (response.code() == 429 || response.code() == 503) {
        line.meter().slowDown();
      }
      return response;
    } finally {
      line.meter().waited(System.nanoTime() - begun);
    }
  }

  /** OkHttp sends a request anew by itself where a connection it kept turns out to be dead: that is counted as well. */
  private Response countAgain(Interceptor.Chain chain) throws IOException {
    var request = chain.request();
    var sent = request.tag(AtomicInteger.class);
    if (sent != null && sent.getAndIncrement() > 0) {
      line.cross(
          Operation.name(request.method(), request.url().encodedPath()),
          Operation.reads(request.method()));
    }
    return chain.proceed(request);
  }

  private Answer answer(String method, HttpUrl url, Response response) {
    var headers = new LinkedHashMap<String, String>();
    response.headers().names().forEach(name -> {
      var value = response.header(name);
      if (value != null) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      }
    });
    return new Answer(
        response.code(),
        headers,
        new CountedStream(
            response.body().byteStream(), line.meter(), Operation.name(method, url.encodedPath())));
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** Bytes that are sent as they come: once, and held nowhere. */
  private static final class Streamed extends RequestBody {

    private final String type;
    private final long length;
    private final Supplier<InputStream> bytes;

    Streamed(String type, long length, Supplier<InputStream> bytes) {
      this.type = type;
      this.length = length;
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return MediaType.parse(type);
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      // Not closed: the stream is the drill's, which takes the digest of the whole.
      sink.writeAll(Okio.source(bytes.get()));
    }
  }
}
