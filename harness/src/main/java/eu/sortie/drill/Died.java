package eu.sortie.drill;

import eu.sortie.inventory.ItemId;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.ledger.Transfer;
import eu.sortie.measure.Stage;
import eu.sortie.spi.Created;
import eu.sortie.spi.Earlier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a process that died left, as its ledger and its last note tell.
 *
 * @param from the last note
 * @param ledger as it was taken back to the stage the note is of
 */
record Died(Checkpoint from, Ledger ledger) implements Earlier {

  /** Items are handed out in the order of keys, so what was in the works is among the first that did not leave. */
  private static final int MOST_IN_THE_WORKS = 2 * Pace.MOST;

  @Override
  public List<Created> created() {
    return from.begun().created();
  }

  @Override
  public boolean isNeeded() throws IOException {
    return from.stage().compareTo(Stage.RESURVEY) <= 0
        && ledger.carried(Transfer.Result.WRITTEN) > 0;
  }

  @Override
  public Map<String, String> memory() {
    return from.memory();
  }

  @Override
  public List<String> unfinishedKeys() throws IOException {
    return isLeaving() ? ledger.unfinishedKeys(MOST_IN_THE_WORKS) : List.of();
  }

  @Override
  public void strays(Listing held, Consumer<ItemId> stray) throws IOException {
    if (!isLeaving()) {
      return;
    }
    held.each(item -> ledger.listed(Side.DESTINATION, item));
    ledger.settle();
    ledger.eachStray(stray);
    ledger.forgetListing(Side.DESTINATION);
  }

  private boolean isLeaving() {
    return from.stage().compareTo(Stage.EXPORT) <= 0;
  }
}
