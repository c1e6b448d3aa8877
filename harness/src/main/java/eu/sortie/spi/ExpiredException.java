package eu.sortie.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * An end knows the credentials no longer: it would refuse every item in the same words, and none of them for what it is.
 *
 * <p>What a chain of credentials renews by itself never comes to this. Where they are looked up anew and somebody may renew them there, the
 * drill stands still until they are.
 */
public final class ExpiredException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final boolean renewable;

  /** Passes on what the end said, with the way out: nothing can renew these credentials while the drill goes on. */
  public ExpiredException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private ExpiredException(String message, Throwable cause, boolean renewable) {
    super(message, cause);
    this.renewable = renewable;
  }

  /** The same of credentials that are looked up anew for each request, so that somebody can renew them meanwhile. */
  public static ExpiredException renewable(String message, Throwable cause) {
    return new ExpiredException(message, cause, true);
  }

  /** Whether it is worth waiting for them. */
  public boolean isRenewable() {
    return renewable;
  }
}
