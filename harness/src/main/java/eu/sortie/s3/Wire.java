package eu.sortie.s3;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.apache.hc.core5.util.VersionInfo;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends one HTTP request over one connection, by Apache HttpCore: nothing is added to a request, followed or tried again.
 *
 * <p>Client time is wall time where objects are small, so there is as little as possible between a request and its socket. Header
 * values are written and read one byte a character (ISO-8859-1); what they mean is for {@link Utf8Headers}.
 */
final class Wire implements SdkHttpClient {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Servers close what is idle; MinIO after half a minute at the earliest. */
  private static final Duration IDLE = Duration.ofSeconds(15);

  /** Its release, as it is named in the outcome. */
  static final String RELEASE = VersionInfo.loadVersionInfo(
          "org.apache.hc.core5", Wire.class.getClassLoader())
      .getRelease();

  private static final int BUFFER = 16 * 1024;

  /** How much of a body is sent before it is looked whether it was refused already: over TLS each look waits a millisecond. */
  private static final long LOOKS_AFTER = 1024 * 1024;

  private static final Http1Config CONFIG =
      Http1Config.custom().setBufferSize(BUFFER).build();

  private final Duration silence;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Map<HttpHost, Deque<Connection>> idle = new LinkedHashMap<>();
  private boolean closed;

  /** A wire that gives up a connection on which no byte came for so long. */
  Wire(Duration silence) {
    this.silence = silence;
  }

  /** A connection, and since when nobody uses it. */
  private static final class Connection extends DefaultBHttpClientConnection {

    private long idleSince;

    Connection() {
      super(
          CONFIG,
          null,
          StandardCharsets.ISO_8859_1.newEncoder(),
          null,
          null,
          new MonitoringResponseOutOfOrderStrategy(LOOKS_AFTER),
          null,
          null);
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    var call = new Call(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return call.send();
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  private final class Call {

    private final HttpExecuteRequest request;
    private final HttpHost host;
    private volatile @Nullable Connection connection;

    Call(HttpExecuteRequest request) {
      this.request = request;
      var http = request.httpRequest();
      this.host = new HttpHost(http.protocol(), http.host(), http.port());
    }

    HttpExecuteResponse send() throws IOException {
      var open = take(host);
      connection = open;
      try {
        var message = message();
        var context = HttpCoreContext.create();
        var answer = executor.execute(message, open, context);
        return response(answer, open, executor.keepAlive(message, answer, open, context));
      } catch (HttpException odd) {
        abort();
        throw new IOException("no HTTP answer came: " + odd.getMessage(), odd);
      } catch (IOException | RuntimeException | Error failed) {
        abort();
        throw failed;
      }
    }

    private ClassicHttpRequest message() {
      var http = request.httpRequest();
      var message = new BasicClassicHttpRequest(http.method().name(), host, target(http));
      http.forEachHeader((name, values) -> {
        // There is nobody to wait for: what a server refuses early is noticed while sending.
        if (!name.equalsIgnoreCase("Expect")) {
          values.forEach(value -> message.addHeader(name, value));
        }
      });
      if (!message.containsHeader("User-Agent")) {
        message.addHeader("User-Agent", "Apache-HttpCore/" + RELEASE);
      }
      request
          .contentStreamProvider()
          .ifPresent(content -> message.setEntity(new SentBody(
              content,
              http.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(-1L))));
      if (message.getEntity() == null
          && mayHaveBody(http)
          && !message.containsHeader("Content-Length")) {
        message.addHeader("Content-Length", "0");
      }
      return message;
    }

    private HttpExecuteResponse response(
        ClassicHttpResponse answer, Connection open, boolean reusable) throws IOException {
      var http = SdkHttpFullResponse.builder()
          .statusCode(answer.getCode())
          .statusText(answer.getReasonPhrase());
      for (var header : answer.getHeaders()) {
        http.appendHeader(header.getName(), header.getValue());
      }
      var entity = answer.getEntity();
      if (entity == null || entity.getContentLength() == 0) {
        release(open, reusable);
        return HttpExecuteResponse.builder().response(http.build()).build();
      }
      var body = new ReceivedBody(entity.getContent(), () -> release(open, reusable), this::abort);
      return HttpExecuteResponse.builder()
          .response(http.build())
          .responseBody(AbortableInputStream.create(body, body::abort))
          .build();
    }

    private void release(Connection open, boolean reusable) {
      connection = null;
      if (reusable) {
        giveBack(host, open);
      } else {
        close(open);
      }
    }

    void abort() {
      var open = connection;
      connection = null;
      if (open != null) {
        close(open);
      }
    }
  }

  private static boolean mayHaveBody(SdkHttpRequest http) {
    return switch (http.method()) {
      case PUT, POST, PATCH -> true;
      default -> false;
    };
  }

  private static String target(SdkHttpRequest http) {
    var path = http.encodedPath().isEmpty() ? "/" : http.encodedPath();
    return http.encodedQueryParameters().map(query -> path + "?" + query).orElse(path);
  }

  private Connection take(HttpHost host) throws IOException {
    for (var one = idle(host); one != null; one = idle(host)) {
      if (System.nanoTime() - one.idleSince < IDLE.toNanos() && !one.isStale()) {
        return one;
      }
      close(one);
    }
    return connect(host);
  }

  private synchronized @Nullable Connection idle(HttpHost host) {
    var waiting = idle.get(host);
    return waiting == null ? null : waiting.pollFirst();
  }

  private synchronized void giveBack(HttpHost host, Connection open) {
    if (closed) {
      close(open);
      return;
    }
    open.idleSince = System.nanoTime();
    idle.computeIfAbsent(host, any -> new ArrayDeque<>()).addFirst(open);
  }

  /** The JDK's own word on whether there is a proxy; its sockets know their way through one. */
  static Proxy proxy(URI uri) {
    return ProxySelector.getDefault() == null
        ? Proxy.NO_PROXY
        : ProxySelector.getDefault().select(uri).get(0);
  }

  private Connection connect(HttpHost host) throws IOException {
    var uri = URI.create(host.toURI());
    var proxy = proxy(uri);
    var socket = new Socket(proxy);
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) silence.toMillis());
      socket.connect(
          proxy.type() == Proxy.Type.DIRECT
              ? new InetSocketAddress(
                  uri.getHost().replace("[", "").replace("]", ""), host.getPort())
              : InetSocketAddress.createUnresolved(uri.getHost(), host.getPort()),
          (int) CONNECT.toMillis());
      var connection = new Connection();
      if (host.getSchemeName().equals("https")) {
        connection.bind(secured(socket, uri.getHost(), host.getPort()), socket);
      } else {
        connection.bind(socket);
      }
      connection.setSocketTimeout(Timeout.of(silence));
      return connection;
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  /** The host's certificate has to be for its name: a socket alone would not ask. */
  private static SSLSocket secured(Socket socket, String host, int port) throws IOException {
    var secured = (SSLSocket)
        ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static void close(Connection open) {
    open.close(CloseMode.IMMEDIATE);
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.values().forEach(waiting -> waiting.forEach(Wire::close));
    idle.clear();
  }

  @Override
  public String clientName() {
    return "HttpCore";
  }
}
