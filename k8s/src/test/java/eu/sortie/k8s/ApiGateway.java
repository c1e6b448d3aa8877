package eu.sortie.k8s;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a real API server, and does to it what a busy or a dying cluster does to its callers. */
final class ApiGateway implements AutoCloseable {

  private final HttpServer door;
  private final ExecutorService porters = Executors.newFixedThreadPool(4);
  private final KubernetesClient behind;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong throttled = new AtomicLong();
  private volatile long every;

  ApiGateway(ApiServer server) throws IOException {
    behind = new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(server.kubeconfig().toFile()))
        .withHttpClientFactory(new JdkHttpClientFactory())
        .build();
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    door.createContext("/", this::carry);
    door.setExecutor(porters);
    door.start();
  }

  /** Answers every so many requests with 429, and says to come again in no time. */
  void throttleEvery(long requests) {
    every = requests;
  }

  long throttled() {
    return throttled.get();
  }

  /** Nobody answers any more. */
  void die() {
    door.stop(0);
  }

  /** The way to it. */
  Path kubeconfig(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("gateway-%d.kubeconfig".formatted(door.getAddress().getPort())),
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: a, cluster: {server: "http://127.0.0.1:%d"}}]
        users: [{name: a, user: {}}]
        contexts: [{name: a, context: {cluster: a, user: a}}]
        current-context: a
        """.formatted(door.getAddress().getPort()));
  }

  private void carry(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (every > 0 && asked.incrementAndGet() % every == 0) {
        throttled.incrementAndGet();
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
          .orElse("application/json");
      var request = behind
          .getHttpClient()
          .newHttpRequestBuilder()
          .uri(KubernetesSettings.server(behind.getMasterUrl().toString())
              + exchange.getRequestURI())
          .method(exchange.getRequestMethod(), type, new ByteArrayInputStream(body), body.length)
          .build();
      var answer = behind.getHttpClient().sendAsync(request, byte[].class).join();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          answer.code(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    door.stop(0);
    porters.shutdownNow();
    behind.close();
  }
}
