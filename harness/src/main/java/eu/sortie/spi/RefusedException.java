package eu.sortie.spi;

import eu.sortie.inventory.Item;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An end answered, and does not take or give this item; the message is the end's own. */
public final class RefusedException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Item seen;

  /** Passes on what the end said. */
  public RefusedException(String message, Throwable cause) {
    super(message, cause);
    this.seen = null;
  }

  /**
   * Passes on what the end said, and what it showed all the same.
   *
   * @param seen the item with those of its traits that could be seen without its bytes
   */
  public RefusedException(String message, Throwable cause, Item seen) {
    super(message, cause);
    this.seen = seen;
  }

  /** The item as far as it could be seen; empty where nothing was. */
  public Optional<Item> seen() {
    return Optional.ofNullable(seen);
  }
}
