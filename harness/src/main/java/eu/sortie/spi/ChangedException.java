package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/** An item is no longer what the survey listed: it is named, never mixed in. */
public final class ChangedException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Says how it changed. */
  public ChangedException(String message, Throwable cause) {
    super(message, cause);
  }
}
