package eu.sortie.ledger;

import eu.sortie.inventory.ItemId;
import java.util.Locale;

/**
 * An item that was not the same when the source was listed again.
 *
 * @param id its version is the source's own name for it
 * @param how what happened to it in between
 */
public record Changed(ItemId id, How how) {

  /** What can happen to an item while others leave. */
  public enum How {
    /** It was not there before. */
    WRITTEN,
    /** It is there, and shows other traits. */
    OVERWRITTEN,
    /** It is gone. */
    DELETED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
