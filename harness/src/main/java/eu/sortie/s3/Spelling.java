package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.stream.Stream;

/**
 * What a server takes a header value for when it verifies the signature; on the wire the bytes are the same, UTF-8.
 *
 * <p>Most servers, AWS among them, sign the bytes. Some read each byte as a character of ISO-8859-1 first and sign that text
 * written as UTF-8: to them, {@code Ægir} signed as it is is a wrong signature (facts O06).
 */
enum Spelling {
  /** The signature is over the text as it is. */
  TEXT,
  /** The signature is over the text that comes of reading its UTF-8 bytes one by one. */
  BYTES;

  /** A header value as it has to be handed to the client that signs. */
  String of(String value) {
    return this == TEXT ? value : Utf8Headers.asBytes(value);
  }

  /** Whether the spelling makes a difference for an item: tags travel escaped, all else as it is. */
  static boolean matters(Item item) {
    return item.traits().entrySet().stream()
        .filter(seen -> !seen.getKey().equals(ObjectTraits.TAGS))
        .flatMap(seen -> texts(seen.getValue()))
        .anyMatch(text -> text.chars().anyMatch(one -> one > 0x7f));
  }

  private static Stream<String> texts(Value value) {
    if (value instanceof Value.Text text) {
      return Stream.of(text.text());
    }
    return value instanceof Value.Entries some ? some.entries().values().stream() : Stream.empty();
  }
}
