package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kinds;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.ledger.Transfer;
import eu.sortie.spi.AgainException;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Destination;
import eu.sortie.spi.ExpiredException;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries one item from the source to the destination, reading its bytes once.
 *
 * <p>The read that exports an item also completes its entry in the first inventory. An item that cannot be carried is written down
 * with the end's own words, and the next one goes on; only an end that does not answer at all ends the stage.
 */
final class Carrying {

  private final Source source;
  private final Destination destination;
  private final Ledger ledger;
  private final Kinds kinds;
  private final Pause pause;
  private final Consumer<Item> seen;
  private final Patience withSource = new Patience("source");
  private final Patience withDestination = new Patience("destination");

  Carrying(
      Source source,
      Destination destination,
      Ledger ledger,
      Kinds kinds,
      Pause pause,
      Consumer<Item> seen) {
    this.source = source;
    this.destination = destination;
    this.ledger = ledger;
    this.kinds = kinds;
    this.pause = pause;
    this.seen = seen;
  }

  /** Carries an item; gives the number of bytes read. */
  long carry(Item listed) throws IOException {
    var carried = attempt(listed);
    ledger.saw(Side.SOURCE, carried.item);
    ledger.carried(carried.transfer);
    seen.accept(carried.item);
    return carried.transfer.bytes();
  }

  /** No more items come; an end that was in trouble up to the last says nothing of what it was asked for. */
  void over() throws IOException {
    withSource.over();
    withDestination.over();
  }

  /** One reset on the way is no loss: an item whose bytes broke off is read once more from its beginning. */
  private Carried attempt(Item listed) throws IOException {
    try {
      return pause.between(() -> attemptOnce(listed));
    } catch (BrokenOffException broke) {
      withSource.failed(broke);
      return notRead(listed, Transfer.Result.NOT_READ, broke);
    }
  }

  private Carried attemptOnce(Item listed) throws IOException {
    try (var reading = source.read(listed)) {
      return attempt(listed, reading);
    } catch (ChangedException changed) {
      withSource.answered();
      return notRead(listed, Transfer.Result.CHANGED, changed);
    } catch (RefusedException refused) {
      withSource.answered();
      // An archived object gives no bytes and shows the rest all the same.
      return notRead(refused.seen().orElse(listed), Transfer.Result.NOT_READ, refused);
    } catch (ExpiredException expired) {
      throw new ExpiredAtException(Side.SOURCE, expired);
    } catch (SilentEndException | ExpiredAtException | BrokenOffException gone) {
      throw gone;
    } catch (IOException failed) {
      withSource.failed(failed);
      return notRead(listed, Transfer.Result.NOT_READ, failed);
    }
  }

  private Carried attempt(Item listed, Reading reading) throws IOException {
    var bytes = new DigestingStream(reading.bytes());
    var result = Transfer.Result.WRITTEN;
    var because = "";
    var receipt = Receipt.with(List.of());
    // What only a listing shows belongs to the item as well.
    var read = listed.with(reading.item().traits());
    try {
      receipt = destination.write(read, reading.announcedBytes(), bytes);
      withDestination.answered();
    } catch (IOException failed) {
      if (bytes.broke() != null) {
        throw new BrokenOffException(failed);
      }
      if (failed instanceof ExpiredException expired) {
        throw new ExpiredAtException(Side.DESTINATION, expired);
      }
      if (failed instanceof AgainException) {
        throw new BrokenOffException(failed);
      }
      if (failed instanceof RefusedException) {
        // A no is an answer too.
        withDestination.answered();
      } else {
        withDestination.failed(failed);
      }
      result = Transfer.Result.NOT_WRITTEN;
      because = String.valueOf(failed.getMessage());
    }
    bytes.drain();
    if (bytes.bytes() != reading.announcedBytes()) {
      throw new BrokenOffException(
          "%d of %d bytes came".formatted(bytes.bytes(), reading.announcedBytes()));
    }
    withSource.answered();
    var item = bytes.sealed(read, kinds.named(read.id().kind()));
    return new Carried(
        item,
        new Transfer(
            item.id(), result, bytes.bytes(), because, receipt.concessions(), receipt.writtenAs()));
  }

  private Carried notRead(Item listed, Transfer.Result result, IOException failed) {
    var words = String.valueOf(failed.getMessage());
    return new Carried(
        kinds.unread(listed, words), new Transfer(listed.id(), result, 0, words, List.of()));
  }

  private record Carried(Item item, Transfer transfer) {}
}
