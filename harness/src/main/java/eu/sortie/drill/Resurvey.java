package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.ledger.Transfer;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.EndFaultException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one item back at the destination, all its bytes, and writes down which library did it. */
final class Resurvey {

  private final Reader witness;
  private final Ledger ledger;
  private final Kinds kinds;
  private final Pause pause;
  private final Consumer<Item> arrived;
  private final Patience patience = new Patience("destination");

  Resurvey(Reader witness, Ledger ledger, Kinds kinds, Pause pause, Consumer<Item> arrived) {
    this.witness = witness;
    this.ledger = ledger;
    this.kinds = kinds;
    this.pause = pause;
    this.arrived = arrived;
  }

  /** Reads an item back; gives the number of bytes read. */
  long read(Item listed) throws IOException {
    Seen seen;
    try {
      seen = seen(listed);
      patience.answered();
    } catch (ChangedException gone) {
      patience.answered();
      if (ledger.holds(Side.SOURCE, listed.id())) {
        // Whoever needs it will not find it either, so it counts as missing.
        return 0;
      }
      seen = Seen.byNone(
          unknown(listed, "it is listed, and not there when asked for: " + gone.getMessage()));
    } catch (EndFaultException faulty) {
      patience.failed(faulty);
      seen = Seen.byNone(unknown(listed, String.valueOf(faulty.getMessage())));
    } catch (RefusedException refused) {
      patience.answered();
      var item = unknown(listed, String.valueOf(refused.getMessage()));
      seen = Seen.byNone(item.with(refused.seen().map(Item::traits).orElse(Map.of())));
    }
    ledger.saw(Side.DESTINATION, seen.item, seen.library);
    arrived.accept(seen.item);
    return seen.item.value(ObjectTraits.SIZE) instanceof Value.Text size
        ? Long.parseLong(size.text())
        : 0;
  }

  /** No more items come; an end that was in trouble up to the last says nothing of what it was asked for. */
  void over() throws IOException {
    patience.over();
  }

  /** What broke off on the way is read once more from its beginning. */
  private Seen seen(Item listed) throws IOException {
    return pause.between(() -> {
      try (var reading = witness.read(listed)) {
        return read(listed, reading);
      }
    });
  }

  /**
   * Reads an item that was taken and is not listed.
   *
   * @return whether it is there all the same
   */
  boolean readUnlisted(Transfer written) throws IOException {
    if (!kinds.named(written.id().kind()).traits().contains(ObjectTraits.CONTENT)) {
      // What has no content is nothing but its line in a listing.
      return false;
    }
    try {
      var seen = seen(hidden(written));
      ledger.saw(Side.DESTINATION, seen.item, seen.library);
      arrived.accept(seen.item);
      return true;
    } catch (ChangedException | RefusedException gone) {
      return false;
    }
  }

  private static Item hidden(Transfer written) {
    var version = written.writtenAs();
    return new Item(written.id(), Map.of())
        .with(ObjectTraits.LISTED, Value.absent())
        .with(
            ObjectTraits.POSITION,
            version.isEmpty()
                ? Value.absent()
                : Value.unknown("it is not listed, so it stands nowhere"))
        .with(
            ObjectTraits.NULL_VERSION, version.equals("null") ? Value.text("yes") : Value.absent())
        .with(ObjectTraits.VERSION_TIME, Value.absent())
        .with(ObjectTraits.VERSION_ID, version.isEmpty() ? Value.absent() : Value.text(version));
  }

  private Seen read(Item listed, Reading reading) throws IOException {
    var bytes = new DigestingStream(reading.bytes());
    bytes.drain();
    var item = bytes.sealed(
        listed.with(reading.item().traits()), kinds.named(listed.id().kind()));
    return new Seen(item, reading.library());
  }

  private Item unknown(Item listed, String because) {
    return kinds.named(listed.id().kind()).unknown(listed.id(), because);
  }

  /** An item and the library that read it, if any could. */
  private record Seen(Item item, String library) {

    static Seen byNone(Item item) {
      return new Seen(item, "");
    }
  }
}
