package eu.sortie.spi;

import java.io.Serial;

/** A request was refused before it was sent: the source is read only, and after the cut it is gone. */
public final class LineException extends IllegalStateException {

  @Serial
  private static final long serialVersionUID = 1L;

  LineException(String message) {
    super(message);
  }
}
