package eu.sortie.k8s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Removes something and waits until it is gone: what has a finalizer may stay for good. */
record Removal(ClusterConnection connection, String path, Duration patience) {

  /** How long it is waited for. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration BETWEEN = Duration.ofMillis(300);

  /** Gives why it is still there; empty where it is gone. */
  Optional<String> remove() {
    try {
      connection.send(
          "DELETE",
          path,
          "application/json",
          "{\"propagationPolicy\":\"Background\"}".getBytes(StandardCharsets.UTF_8));
    } catch (AnswerException answer) {
      return answer.status() == 404 ? Optional.empty() : Optional.of(answer.words());
    } catch (IOException silent) {
      return Optional.of(String.valueOf(silent.getMessage()));
    }
    try {
      Awaitility.await().atMost(patience).pollInterval(BETWEEN).until(this::isGone);
      return Optional.empty();
    } catch (ConditionTimeoutException late) {
      return Optional.of("it was asked to go and did not within %d s: %s"
          .formatted(patience.toSeconds(), whatHolds()));
    }
  }

  private boolean isGone() {
    try {
      return !connection.isThere(path);
    } catch (IOException unknown) {
      return false;
    }
  }

  /** A namespace says itself what is left in it. */
  private String whatHolds() {
    try {
      var words = new StringJoiner("; ");
      words.setEmptyValue("it does not say why");
      for (var condition : connection.get(path).path("status").path("conditions")) {
        if (Conditions.isTrue(condition)) {
          words.add(condition.path("message").asText());
        }
      }
      return words.toString();
    } catch (IOException silent) {
      return String.valueOf(silent.getMessage());
    }
  }
}
