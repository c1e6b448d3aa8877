package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** An item that a clause writes, with its bytes. */
final class Specimen {

  private static final Value YES = Value.text("yes");

  private final Item item;
  private final byte[] bytes;

  private Specimen(Item item, byte[] bytes) {
    this.item = item;
    this.bytes = bytes.clone();
  }

  /** A few bytes that are no other key's, and what every end may keep. */
  static Specimen of(String key) {
    return of(key, ("what stands under " + key).getBytes(StandardCharsets.UTF_8));
  }

  static Specimen of(String key, byte[] bytes) {
    return new Specimen(
        new Item(
            ItemId.of(ObjectTraits.OBJECT.name(), key),
            Map.of(ObjectTraits.CONTENT_TYPE, Value.text("text/plain"))),
        bytes);
  }

  /** So many bytes that no algorithm makes smaller; the same for the same number. */
  static Specimen noise(String key, int bytes) {
    var noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
    return of(key, noise);
  }

  Specimen with(Trait trait, Value value) {
    return new Specimen(item.with(trait, value), bytes);
  }

  /** One version of a key, as a source shows it. */
  Specimen version(int place, boolean latest) {
    return new Specimen(history(item, ObjectTraits.OBJECT.name(), place, latest), bytes);
  }

  /** A delete marker of a key, as a source shows it. */
  static Specimen deleteMarker(String key, int place, boolean latest) {
    var kind = ObjectTraits.DELETE_MARKER.name();
    return new Specimen(
        history(new Item(ItemId.of(kind, key), Map.of()), kind, place, latest), new byte[0]);
  }

  private static Item history(Item item, String kind, int place, boolean latest) {
    var at = String.valueOf(place);
    return item.as(new ItemId(kind, item.id().key(), at))
        .with(ObjectTraits.POSITION, Value.text(at))
        .with(ObjectTraits.VERSION_ID, Value.text("version-" + at))
        .with(ObjectTraits.NULL_VERSION, Value.absent())
        .with(ObjectTraits.LATEST, latest ? YES : Value.absent());
  }

  Item item() {
    return item;
  }

  String key() {
    return item.id().key();
  }

  int size() {
    return bytes.length;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** 64 hex digits. */
  String sha256() {
    return Sha256.of(stream()).hex();
  }
}
