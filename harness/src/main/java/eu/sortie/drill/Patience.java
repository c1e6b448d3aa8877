package eu.sortie.drill;

import eu.sortie.spi.EndFaultException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How many items in a row may fail at an end without a word on any of them, before it is taken to be gone.
 *
 * <p>Silence is trusted soon. A fault of the end itself (500) may be about the one item, and a few such items may stand together; so it takes
 * more of them, or as many as there are up to the last: whoever never came back from its fault says nothing of the items.
 */
final class Patience {

  static final int SILENT = 5;
  static final int FAULTY = 20;

  private final String end;
  private int inARow;
  private int faultsInARow;
  private String last = "";

  Patience(String end) {
    this.end = end;
  }

  /** It said something of an item. */
  synchronized void answered() {
    inARow = 0;
    faultsInARow = 0;
  }

  /**
   * It said nothing of an item.
   *
   * @throws SilentEndException where it is taken to be gone
   */
  synchronized void failed(IOException failure) throws SilentEndException {
    last = String.valueOf(failure.getMessage());
    if (failure instanceof EndFaultException) {
      faultsInARow++;
    } else {
      inARow++;
    }
    if (inARow >= SILENT || inARow + faultsInARow >= FAULTY) {
      throw gone(failure);
    }
  }

  /**
   * No more items come.
   *
   * @throws SilentEndException where it did not come back from its faults
   */
  synchronized void over() throws SilentEndException {
    if (inARow + faultsInARow >= SILENT) {
      throw gone(null);
    }
  }

  private SilentEndException gone(@Nullable IOException failure) {
    return new SilentEndException(
        "%d items in a row failed at the %s, the last with: %s"
            .formatted(inARow + faultsInARow, end, last),
        failure);
  }
}
