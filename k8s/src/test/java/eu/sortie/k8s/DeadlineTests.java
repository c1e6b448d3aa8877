package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeadlineTests {

  @Test
  void whatEndsInTimeIsReadWhole() throws IOException {
    assertThat(Deadline.read(new ByteArrayInputStream(new byte[300]), 500, Duration.ofSeconds(5)))
        .hasSize(300);
  }

  /** A stream of events has a head at once and never an end. */
  @Test
  void aServerThatNeverEndsItsAnswerIsNotWaitedForForEver() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange
          .getResponseBody()
          .write("data: 1\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });
    server.start();
    try {
      var request = HttpRequest.newBuilder(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
          .timeout(Duration.ofSeconds(5))
          .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

      assertThatIOException()
          .isThrownBy(() -> Deadline.read(answer.body(), 500, Duration.ofMillis(300)));
    } finally {
      server.stop(0);
    }
  }
}
