package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Version;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/** Fabric8's client to one cluster, every request of it on the line. */
final class ClusterConnection implements Connection {

  static final String LIBRARY = "Fabric8 kubernetes-client " + Version.clientVersion();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Line line;
  private final KubernetesClient client;

  ClusterConnection(Config config, Line line) {
    this.line = line;
    // It waits twice as long each time, 0.1 s at first: about 13 s in all.
    config.setRequestRetryBackoffLimit(7);
    this.client = new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withHttpClientBuilderConsumer(
            http -> http.addOrReplaceInterceptor("sortie-line", new OnLine(line)))
        .build();
  }

  Line line() {
    return line;
  }

  @Override
  public String library() {
    return LIBRARY;
  }

  KubernetesClient client() {
    return client;
  }

  /**
   * Sends a document to a path; an empty one is none.
   *
   * @throws AnswerException where the server answers and does not do it
   */
  JsonNode send(String method, String path, String type, byte[] document) throws IOException {
    var request = client
        .getHttpClient()
        .newHttpRequestBuilder()
        .uri(KubernetesSettings.server(client.getMasterUrl().toString()) + path)
        // As text, since the client sends it again where it is asked for less, and a stream is read
        // only
        // once.
        .method(method, type, new String(document, StandardCharsets.UTF_8))
        .build();
    line.meter().sent(ClusterOperation.name(method, path), document.length);
    try {
      var answer = client.getHttpClient().sendAsync(request, byte[].class).get();
      line.meter().received(ClusterOperation.name(method, path), answer.body().length);
      var body = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
      if (!answer.isSuccessful()) {
        throw AnswerException.of(answer.code(), body);
      }
      return body;
    } catch (ExecutionException failed) {
      throwRefused(failed);
      throw new IOException("the API server does not answer: " + root(failed), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the API server was asked", interrupted);
    }
  }

  @Override
  public JsonNode get(String path) throws IOException {
    return JSON.readTree(text(path));
  }

  /** Gets what stands under a path, as text. */
  String text(String path) throws IOException {
    try {
      var answer = client.raw(path);
      if (answer == null) {
        throw new AnswerException(AnswerException.NOT_FOUND, path + " is not there", null);
      }
      line.meter()
          .received(
              ClusterOperation.name("GET", path), answer.getBytes(StandardCharsets.UTF_8).length);
      return answer;
    } catch (KubernetesClientException failed) {
      throw asAnswer(failed);
    }
  }

  /** The client wraps whatever ends a request, and what must not cross must stay to be seen. */
  private static void throwRefused(Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof LineException refused) {
        throw refused;
      }
    }
  }

  private static IOException asAnswer(KubernetesClientException failed) {
    throwRefused(failed);
    var status = failed.getStatus();
    return failed.getCode() > 0
        ? new AnswerException(
            failed.getCode(),
            status == null || status.getMessage() == null
                ? String.valueOf(failed.getMessage())
                : status.getMessage(),
            failed)
        : new IOException("the API server does not answer: " + root(failed), failed);
  }

  private static String root(Throwable failed) {
    var cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    client.close();
  }
}
