package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * An end knows the credentials no longer: it would refuse every item in the same words, and none of them for what it is.
 *
 * <p>What a chain of credentials renews by itself never comes to this.
 */
public final class ExpiredException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Passes on what the end said, with the way out. */
  public ExpiredException(String message, Throwable cause) {
    super(message, cause);
  }
}
