package eu.sortie.drill;

import java.io.IOException;
import java.io.Serial;

/** Somebody asked the drill to stop. */
final class StoppedException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  StoppedException(String because) {
    super(because);
  }
}
