package eu.sortie.ecs;

import java.io.IOException;
import java.io.Serial;

/** A service of the provider answered, and did not say what it was asked. */
final class AnswerException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final int status;
  /** The provider's word for it, as in {@code ThrottlingException}. */
  private final String code;

  AnswerException(int status, String code, String message) {
    super("%d %s %s".formatted(status, code, message).strip().replaceAll("\\s+", " "));
    this.status = status;
    this.code = code;
  }

  /** Whether it may say something else in a moment. */
  boolean passes() {
    return status >= 500
        || status == 429
        || code.contains("Throttl")
        || code.contains("TooManyRequests");
  }
}
