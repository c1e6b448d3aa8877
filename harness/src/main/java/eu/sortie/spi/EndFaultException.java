package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * An end answered that it failed itself, as with 500: of the item that says nothing, unless it is the only one.
 *
 * <p>Some servers answer so for one item each time, for instance where they cannot have its name; others for all of them, when they
 * are broken. Only the next items tell.
 */
public final class EndFaultException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Passes on what the end said. */
  public EndFaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
