package eu.sortie.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Challenge;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a registry wants to be shown: user and password, or a token that another server gives for them. */
final class Tokens {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Credentials> credentials;
  private final Map<String, String> headers = new ConcurrentHashMap<>();

  Tokens(Optional<Credentials> credentials) {
    this.credentials = credentials;
  }

  /** Sends one request. */
  interface Sending {
    Response once(String method, HttpUrl url, Request request) throws IOException;
  }

  /** What was accepted last for a repository. */
  Optional<String> known(String repository) {
    return Optional.ofNullable(headers.get(repository));
  }

  /**
   * Answers a challenge.
   *
   * @return whether there is anything new to show
   */
  boolean renew(String repository, boolean reads, Response refused, Sending sending)
      throws IOException {
    for (var challenge : refused.challenges()) {
      var header = answer(challenge, repository, reads, sending);
      if (header.isPresent()) {
        headers.put(repository, header.get());
        return true;
      }
    }
    return false;
  }

  private Optional<String> answer(
      Challenge challenge, String repository, boolean reads, Sending sending) throws IOException {
    if (challenge.scheme().equalsIgnoreCase("Basic")) {
      return credentials.map(Credentials::basic);
    }
    return challenge.scheme().equalsIgnoreCase("Bearer")
        ? token(challenge, repository, reads, sending)
        : Optional.empty();
  }

  private Optional<String> token(
      Challenge challenge, String repository, boolean reads, Sending sending) throws IOException {
    var realm = HttpUrl.parse(String.valueOf(challenge.authParams().get("realm")));
    if (realm == null) {
      return Optional.empty();
    }
    var url = realm.newBuilder();
    add(url, "service", challenge.authParams().get("service"));
    add(url, "scope", scope(challenge.authParams().get("scope"), repository, reads));
    var request =
        new Request.Builder().url(url.build()).tag(AtomicInteger.class, new AtomicInteger());
    credentials.ifPresent(some -> request.header("Authorization", some.basic()));
    try (var answer = sending.once("GET", url.build(), request.build())) {
      if (!answer.isSuccessful()) {
        throw new AnswerException(
                answer.code(),
                "no token is given at %s: status %d".formatted(realm.host(), answer.code()))
            .told();
      }
      var json = JSON.readTree(answer.body().bytes());
      var token = json.path("token").asText(json.path("access_token").asText());
      return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }
  }

  /** As the registry asks; a token that also writes is wanted for all of a repository once something is written. */
  private static @Nullable String scope(@Nullable String asked, String repository, boolean reads) {
    return reads || repository.isEmpty()
        ? asked
        : "repository:%s:pull,push,delete".formatted(repository);
  }

  private static void add(HttpUrl.Builder url, String name, @Nullable String value) {
    if (value != null) {
      url.addQueryParameter(name, value);
    }
  }
}
