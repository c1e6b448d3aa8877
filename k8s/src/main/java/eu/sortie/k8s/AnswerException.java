package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An API server answered with something other than what was asked for; the message is the server's own. */
final class AnswerException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  static final int NOT_FOUND = 404;

  private final int status;

  AnswerException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** What a server answered instead, in the words of its status document where it sent one. */
  static AnswerException of(int status, JsonNode document) {
    return new AnswerException(status, document.path("message").asText("status " + status), null);
  }

  /** The server's own words. */
  String words() {
    return String.valueOf(getMessage());
  }

  /** Its status in HTTP. */
  int status() {
    return status;
  }
}
