package eu.sortie.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.spi.Line;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The second witness' own way to an API server: plain HTTPS over another client than the one that wrote, and JSON as it was sent.
 *
 * <p>Only where the server is and who asks is read from the kubeconfig by the same library.
 */
final class RawConnection implements Connection {

  static final String LIBRARY = "OkHttp " + OkHttp.VERSION + " and Jackson";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Line line;
  private final String server;
  private final Optional<String> authorization;
  private final OkHttpClient http;

  RawConnection(Config config, Line line) throws IOException {
    this.line = line;
    this.server = KubernetesSettings.server(config.getMasterUrl());
    this.authorization = authorization(config);
    this.http = client(config);
  }

  private static Optional<String> authorization(Config config) {
    var token = Optional.ofNullable(config.getOauthTokenProvider())
        .map(OAuthTokenProvider::getToken)
        .or(() -> Optional.ofNullable(config.getAutoOAuthToken()))
        .or(() -> Optional.ofNullable(config.getOauthToken()));
    return token
        .map(one -> "Bearer " + one)
        .or(() -> Optional.ofNullable(config.getUsername())
            .map(user -> Credentials.basic(
                user, Optional.ofNullable(config.getPassword()).orElse(""))));
  }

  private static OkHttpClient client(Config config) throws IOException {
    var builder = new OkHttpClient.Builder().readTimeout(PATIENCE).connectTimeout(PATIENCE);
    try {
      if (config.getMasterUrl().startsWith("https:")) {
        var trust = Arrays.stream(SSLUtils.trustManagers(config))
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow(() -> new IOException("nothing in the kubeconfig says whom to trust"));
        builder.sslSocketFactory(SSLUtils.sslContext(config).getSocketFactory(), trust);
      }
      return builder.build();
    } catch (GeneralSecurityException unusable) {
      throw new IOException(
          "the kubeconfig's keys cannot be used: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public String library() {
    return LIBRARY;
  }

  @Override
  public JsonNode get(String path) throws IOException {
    var request = new Request.Builder().url(server + path).header("Accept", "application/json");
    authorization.ifPresent(words -> request.header("Authorization", words));
    var operation = ClusterOperation.name("GET", path);
    var throttling = new Throttling();
    while (true) {
      line.cross(operation, true);
      Optional<Duration> pause;
      try (var answer = http.newCall(request.build()).execute()) {
        var body = answer.body().bytes();
        line.meter().received(operation, body.length);
        pause = throttling.pause(answer.code(), answer.header("Retry-After"));
        if (pause.isEmpty()) {
          return document(answer, body);
        }
      }
      Throttling.rest(pause.get());
    }
  }

  private static JsonNode document(Response answer, byte[] body) throws IOException {
    JsonNode document;
    try {
      document = JSON.readTree(body);
    } catch (JsonProcessingException other) {
      throw new AnswerException(
          answer.code(), "%d, and no JSON of an API server".formatted(answer.code()), other);
    }
    if (!answer.isSuccessful()) {
      throw AnswerException.of(answer.code(), document);
    }
    return document;
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
