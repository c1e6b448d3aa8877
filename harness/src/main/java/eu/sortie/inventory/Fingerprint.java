package eu.sortie.inventory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;

/**
 * A digest over the compared traits of an item: two items with one fingerprint fared alike in all of them.
 *
 * <p>Every part is written with its length before it, so that no two different items can spell the same bytes. Traits that are
 * only recorded stay out, or a new ETag would make every item look different.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /** Takes the fingerprint of an item over the given traits, in their order: 32 bytes, SHA-256. */
  public static byte[] of(Item item, Collection<Trait> traits) {
    var spelled = new ByteArrayOutputStream(256);
    for (var trait : traits) {
      spell(trait.name(), spelled);
      spell(item.value(trait), spelled);
    }
    return sha256(spelled.toByteArray());
  }

  private static void spell(Value value, ByteArrayOutputStream spelled) {
    if (value instanceof Value.Text text) {
      spelled.write('t');
      spell(text.text(), spelled);
    } else if (value instanceof Value.Entries some) {
      spelled.write('e');
      spelled.writeBytes(ByteBuffer.allocate(4).putInt(some.entries().size()).array());
      some.entries().forEach((name, entry) -> {
        spell(name, spelled);
        spell(entry, spelled);
      });
    } else if (value instanceof Value.Absent) {
      spelled.write('a');
    } else {
      // Why it is unknown is not part of what is known.
      spelled.write('u');
    }
  }

  private static void spell(String text, ByteArrayOutputStream spelled) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    spelled.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
    spelled.writeBytes(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
