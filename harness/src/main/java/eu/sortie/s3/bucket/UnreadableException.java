package eu.sortie.s3.bucket;

import java.io.Serial;

/** A document is not what it should be, so nobody knows what it says. */
final class UnreadableException extends Exception {

  @Serial
  private static final long serialVersionUID = 1L;

  UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }

  UnreadableException(String message) {
    super(message);
  }
}
