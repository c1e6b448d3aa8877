package eu.sortie.spi;

import java.util.Locale;

/**
 * One thing that was tried on an end without changing it.
 *
 * @param what was tried
 * @param answer how it went
 * @param detail what was seen, and for a no the way out
 */
public record Finding(String what, Answer answer, String detail) {

  /** How a try went. */
  public enum Answer {
    YES,
    NO,
    /** It could not be found out without changing something, or the end does not say. */
    UNKNOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
