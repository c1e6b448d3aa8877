package eu.sortie.inventory;

import java.util.Locale;

/** Who a loss comes from. */
public enum Cause {
  /** The source refused it, changed it or withheld it. */
  SOURCE,
  /** The destination refused it, or took it and gave something else back. */
  DESTINATION,
  /** Sortie itself could not carry it. */
  TOOL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
