package eu.sortie.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.spi.EndFaultException;
import eu.sortie.spi.ExpiredException;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** A registry answered with something other than what was asked for; the message is the registry's own. */
final class AnswerException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_WORDS = 64 * 1024;

  private final int status;

  AnswerException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What it answered instead, in the words of its error document where it sent one. */
  static AnswerException of(Answer answer) throws IOException {
    var body = new String(answer.body().readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
    return new AnswerException(
        answer.status(), "%d %s".formatted(answer.status(), words(body)).strip());
  }

  private static String words(String body) {
    try {
      var errors = new ArrayList<String>();
      for (var error : JSON.readTree(body).path("errors")) {
        errors.add("%s: %s%s"
            .formatted(
                error.path("code").asText(),
                error.path("message").asText(),
                error.hasNonNull("detail") ? " " + error.path("detail") : ""));
      }
      return String.join("; ", errors);
    } catch (IOException noJson) {
      return body.lines().findFirst().orElse("");
    }
  }

  int status() {
    return status;
  }

  /** The same as adapters tell a drill: of the item, of the credentials, or of the registry itself. */
  IOException told() {
    var words = String.valueOf(getMessage());
    if (status == 401) {
      return new ExpiredException(
          "the registry does not know these credentials (any more): %s; log in again and name them in the environment"
              .formatted(words),
          this);
    }
    if (status == 429 || status == 502 || status == 503 || status == 504) {
      return new IOException("the registry is busy: " + words, this);
    }
    return status >= 500 ? new EndFaultException(words, this) : new RefusedException(words, this);
  }
}
