package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One item as a reader shows it, all its bytes read.
 *
 * @param item with the traits that the read showed
 * @param content what its bytes came to
 * @param announced how many bytes were announced
 * @param library that read it
 */
record Sight(Item item, Sha256 content, long announced, String library) {

  /** Reads the current item under a key. */
  static Sight of(Reader reader, String key) throws IOException {
    return of(reader, unlisted(key));
  }

  static Sight of(Reader reader, Item listed) throws IOException {
    try (var reading = reader.read(listed)) {
      return new Sight(
          reading.item(), Sha256.of(reading.bytes()), reading.announcedBytes(), reading.library());
    }
  }

  /** As a drill asks for an item that no listing shows. */
  static Item unlisted(String key) {
    return new Item(ItemId.of(ObjectTraits.OBJECT.name(), key), Map.of());
  }

  /** Fails where an item is there, or where the end is taken to be silent though it answers that there is none. */
  static void assertNone(Reader reader, Item listed) {
    var said =
        assertThrows(IOException.class, () -> of(reader, listed), () -> listed.id() + " is there");
    assertTrue(
        said instanceof ChangedException || said instanceof RefusedException,
        () ->
            "expected the end to say that there is no '%s', saw: %s".formatted(listed.id(), said));
  }

  /** All that a reader lists, in its order, named as a drill names them before it reads. */
  static List<Item> listing(Reader reader) throws IOException {
    var all = new ArrayList<Item>();
    reader.list(item -> all.add(named(item)));
    return all;
  }

  /** Those of a kind, by their keys. */
  static List<String> keys(List<Item> listing, String kind) {
    return listing.stream()
        .filter(item -> item.id().kind().equals(kind))
        .map(item -> item.id().key())
        .toList();
  }

  private static Item named(Item listed) {
    var version = listed.id().version();
    return version.isEmpty()
        ? listed
        : listed
            .with(ObjectTraits.VERSION_ID, Value.text(version))
            .with(
                ObjectTraits.NULL_VERSION,
                version.equals("null") ? Value.text("yes") : Value.absent());
  }
}
