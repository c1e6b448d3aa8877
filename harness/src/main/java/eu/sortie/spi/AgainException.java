package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * A destination wants the bytes of an item once more from their beginning, and will then send them in another way.
 *
 * <p>It says nothing of the item: what was not held cannot be sent twice.
 */
public final class AgainException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Passes on what went wrong. */
  public AgainException(String message, Throwable cause) {
    super(message, cause);
  }
}
