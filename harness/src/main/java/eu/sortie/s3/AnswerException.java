package eu.sortie.s3;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An end answered a question about an object with an error, whichever library asked. */
final class AnswerException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Our own code for an answer to another question than the one that was asked. */
  static final String NOT_UNDERSTOOD = "NotUnderstood";

  private final int status;
  private final String code;

  AnswerException(int status, String code, @Nullable String words) {
    super(words);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
