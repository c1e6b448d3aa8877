package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Reads one item back at the destination, all its bytes, and says which library did it. */
final class Resurvey {

  private final Reader witness;
  private final Ledger ledger;
  private final Kind kind;
  private final Map<String, LongAdder> libraries = new ConcurrentSkipListMap<>();

  Resurvey(Reader witness, Ledger ledger, Kind kind) {
    this.witness = witness;
    this.ledger = ledger;
    this.kind = kind;
  }

  /** Reads an item back; gives the number of bytes read. */
  long read(Item listed) throws IOException {
    Item seen;
    try (var reading = witness.read(listed)) {
      seen = read(reading);
    } catch (ChangedException gone) {
      if (ledger.holds(Side.SOURCE, listed.id())) {
        // Whoever needs it will not find it either, so it counts as missing.
        return 0;
      }
      seen = unknown(listed, "it is listed, and not there when asked for: " + gone.getMessage());
    } catch (RefusedException refused) {
      seen = unknown(listed, String.valueOf(refused.getMessage()));
    }
    ledger.saw(Side.DESTINATION, seen);
    return seen.value(ObjectTraits.SIZE) instanceof Value.Text size
        ? Long.parseLong(size.text())
        : 0;
  }

  /** How many items each library read. */
  Map<String, LongAdder> libraries() {
    return libraries;
  }

  private Item read(Reading reading) throws IOException {
    var bytes = new DigestingStream(reading.bytes());
    bytes.drain();
    libraries.computeIfAbsent(reading.library(), any -> new LongAdder()).increment();
    return reading
        .item()
        .with(ObjectTraits.CONTENT, Value.text(bytes.hex()))
        .with(ObjectTraits.SIZE, Value.text(String.valueOf(bytes.bytes())));
  }

  private Item unknown(Item listed, String because) {
    var traits = new LinkedHashMap<Trait, Value>();
    kind.traits().forEach(trait -> traits.put(trait, Value.unknown(because)));
    return new Item(listed.id(), traits);
  }
}
