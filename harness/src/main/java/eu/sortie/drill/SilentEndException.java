package eu.sortie.drill;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An end does not answer any more. */
final class SilentEndException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  SilentEndException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
