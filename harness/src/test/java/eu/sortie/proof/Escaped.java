package eu.sortie.proof;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in addresses, as S3 escapes it: all but letters, digits and {@code - . _ ~}. */
final class Escaped {

  private Escaped() {}

  static String text(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** With its slashes as they are. */
  static String path(String key) {
    return text(key).replace("%2F", "/");
  }

  /** In a path a plus is a plus. */
  static String inPath(String escaped) {
    return inQuery(escaped.replace("+", "%2B"));
  }

  /** In a query, and in a listing that is escaped, a plus is a space. */
  static String inQuery(String escaped) {
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
