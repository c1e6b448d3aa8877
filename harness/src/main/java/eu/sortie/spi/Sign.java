package eu.sortie.spi;

import java.util.List;

/**
 * Whether what was brought back does its work, as far as a destination can tell.
 *
 * @param life what can be said of it
 * @param seen what was seen, in one sentence
 * @param details why not, each in one line: states, events, the last words of a log
 */
public record Sign(Life life, String seen, List<String> details) {

  public Sign {
    details = List.copyOf(details);
  }

  /** What can be said. */
  public enum Life {
    /** It does what was asked of it. */
    ALIVE,
    /** It was looked at, and does not. */
    DEAD,
    /** It could not be looked at, so nobody knows. */
    UNKNOWN
  }

  /** It does what was asked of it. */
  public static Sign alive(String seen) {
    return new Sign(Life.ALIVE, seen, List.of());
  }

  /** It was looked at, and does not. */
  public static Sign dead(String seen, List<String> details) {
    return new Sign(Life.DEAD, seen, details);
  }

  /** It could not be looked at. */
  public static Sign unknown(String because) {
    return new Sign(Life.UNKNOWN, because, List.of());
  }
}
