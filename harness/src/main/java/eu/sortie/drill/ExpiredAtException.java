package eu.sortie.drill;

import eu.sortie.ledger.Side;
import eu.sortie.spi.ExpiredException;
import java.io.IOException;
import java.io.Serial;

/** The credentials of an end expired, and it is known which end's. */
final class ExpiredAtException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final Side side;
  private final boolean renewable;

  ExpiredAtException(Side side, ExpiredException expired) {
    super(expired.getMessage(), expired);
    this.side = side;
    this.renewable = expired.isRenewable();
  }

  /** Says of an end's expired credentials that they are this end's. */
  static <T> T naming(Side side, Pause.Attempt<T> attempt) throws IOException {
    try {
      return attempt.begin();
    } catch (ExpiredException expired) {
      throw new ExpiredAtException(side, expired);
    }
  }

  Side side() {
    return side;
  }

  boolean isRenewable() {
    return renewable;
  }
}
