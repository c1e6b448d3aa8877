package eu.sortie.containers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Tells the containers of one drill from those of another on the same engine. */
final class RandomId {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomId() {}

  /** Eight hex digits that nobody had before. */
  static String next() {
    var bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
