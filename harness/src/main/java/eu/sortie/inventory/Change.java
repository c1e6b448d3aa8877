package eu.sortie.inventory;

import java.util.Locale;

/** What a loss did, in one word. */
public enum Change {
  /** The whole item is gone. */
  MISSING,
  /** The item came from nowhere. */
  UNEXPECTED,
  /** The trait is gone. */
  LOST,
  /** The trait has another value. */
  ALTERED,
  /** The trait came from nowhere. */
  ADDED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
