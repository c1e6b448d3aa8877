package eu.sortie.scenario;

import java.util.Locale;

/** What a destination says of one thing it may keep. */
public enum Status {
  /** It says that it keeps it. */
  SUPPORTED,
  /** It says that it does not keep it. */
  UNSUPPORTED,
  /** It says that it keeps some of it, or some other form of it. */
  LIMITED,
  /** Nothing was found that says so or so; this foretells nothing. */
  UNKNOWN;

  /** As files and reports write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
