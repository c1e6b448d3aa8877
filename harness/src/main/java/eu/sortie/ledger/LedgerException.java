package eu.sortie.ledger;

import java.io.Serial;
import java.util.Objects;

/** The ledger on disk could not be written or read: the disk is full, or somebody removed it. */
public final class LedgerException extends IllegalStateException {

  @Serial
  private static final long serialVersionUID = 1L;

  LedgerException(String message, Throwable cause) {
    super(message + ": " + firstLine(cause), cause);
  }

  /** What went wrong; the lines behind it are the database's advice to people who write queries. */
  static String firstLine(Throwable cause) {
    return Objects.toString(cause.getMessage(), "").lines().findFirst().orElse("no reason given");
  }
}
