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

/** Fabric8's client to one cluster, every request of it on the line. */
final class ClusterConnection implements Asking, AutoCloseable {

  static final String LIBRARY = "Fabric8 kubernetes-client " + Version.clientVersion();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Line line;
  private final KubernetesClient client;

  ClusterConnection(Config config, Line line) {
    this.line = line;
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
  public JsonNode get(String path) throws IOException {
    try {
      var answer = client.raw(path);
      if (answer == null) {
        throw new AnswerException(404, path + " is not there", null);
      }
      line.meter()
          .received(
              ClusterOperation.name("GET", path), answer.getBytes(StandardCharsets.UTF_8).length);
      return JSON.readTree(answer);
    } catch (KubernetesClientException failed) {
      throw asAnswer(failed);
    }
  }

  private static IOException asAnswer(KubernetesClientException failed) {
    // The client wraps whatever ends a request, and what must not cross must stay to be seen.
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof LineException refused) {
        throw refused;
      }
    }
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
