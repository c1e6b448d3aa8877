package eu.sortie.ledger;

import java.io.Serial;

/** The ledger on disk could not be written or read: the disk is full, or somebody removed it. */
public final class LedgerException extends IllegalStateException {

  @Serial
  private static final long serialVersionUID = 1L;

  LedgerException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
