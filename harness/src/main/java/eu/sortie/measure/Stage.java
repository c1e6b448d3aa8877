package eu.sortie.measure;

/** A part of a drill, in the order in which they happen. */
public enum Stage {
  /** First inventory: what listing shows; read only. */
  SURVEY,
  /** Everything that needs the source. */
  EXPORT,
  /** The source is switched off; any later call to it is a breach. */
  CUT,
  /** Everything that brings service back from the export alone. */
  RESTORE,
  /** Waits until what was brought back does its work; only where a gate asks for that. */
  SERVE,
  /** Second inventory, through a different client library than the one that wrote. */
  RESURVEY,
  /** Pair items, name losses. */
  COMPARE,
  /** Gates, allowances, verdict. */
  JUDGE,
  /** Remove what the drill created, in reverse order. */
  CLEAR;

  /** Whether its time and cost belong to the exit itself, and not to proving it. */
  public boolean isExit() {
    return this == EXPORT || this == RESTORE;
  }
}
