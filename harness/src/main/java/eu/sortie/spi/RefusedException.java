package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/** An end answered, and does not take or give this item; the message is the end's own. */
public final class RefusedException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Passes on what the end said. */
  public RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
