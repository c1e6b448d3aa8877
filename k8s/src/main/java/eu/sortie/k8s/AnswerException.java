package eu.sortie.k8s;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An API server answered with something other than what was asked for; the message is the server's own. */
final class AnswerException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final int status;

  AnswerException(int status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
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
