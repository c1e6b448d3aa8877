package eu.sortie.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One header field.
 *
 * @param name as it was written
 * @param value its bytes, one a character
 */
record Field(String name, String value) {

  /** A field whose value is text, which travels as UTF-8. */
  static Field text(String name, String text) {
    return new Field(
        name, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  /** The value as text: UTF-8 where it is, byte by byte where it is not. */
  String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException otherwise) {
      return value;
    }
  }
}
