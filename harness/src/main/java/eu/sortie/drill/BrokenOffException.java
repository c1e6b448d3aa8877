package eu.sortie.drill;

import java.io.IOException;
import java.io.Serial;

/** The bytes of an item stopped coming before their end: it says nothing of the item, so it is begun anew. */
final class BrokenOffException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  BrokenOffException(String message) {
    super(message);
  }

  /** In the words of what broke it. */
  BrokenOffException(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }
}
