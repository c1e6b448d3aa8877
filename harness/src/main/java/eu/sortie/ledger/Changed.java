package eu.sortie.ledger;

import eu.sortie.inventory.ItemId;
import java.util.Locale;

/**
 * An item that was not the same when the source was looked at again.
 *
 * @param id its version is the source's own name for it
 * @param how what happened to it in between
 * @param what which of its traits differ and how, in words; empty of an item that was only listed again
 */
public record Changed(ItemId id, How how, String what) {

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
