package eu.sortie.scenarios.estate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A key as a path on the wire: every byte that is not unreserved is escaped, nothing is resolved or collapsed. */
final class KeyPath {

  private static final String UNESCAPED = "-._~/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private KeyPath() {}

  static String of(String bucket, String key) {
    return "/" + bucket + "/" + escape(key);
  }

  private static String escape(String key) {
    var path = new StringBuilder();
    for (byte each : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        path.append(c);
      } else {
        path.append('%').append(HEX.toHexDigits(each));
      }
    }
    return path.toString();
  }
}
