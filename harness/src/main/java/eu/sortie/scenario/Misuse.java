package eu.sortie.scenario;

import java.io.Serial;

/**
 * Something was asked for that cannot be done; said before anything moves.
 *
 * <p>The message names the thing, what was expected, what was seen, and the way out.
 */
public final class Misuse extends IllegalArgumentException {

  @Serial
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, in words for the person who asked. */
  public Misuse(String message) {
    super(message);
  }

  /** Says what is wrong, and keeps what was found underneath. */
  public Misuse(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says what is wrong in a file. */
  public static Misuse at(Place place, String message) {
    return new Misuse(place + ": " + message);
  }
}
