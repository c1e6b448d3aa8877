package eu.sortie.k8s;

import eu.sortie.spi.Sign;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What came of asking a service. */
sealed interface Reply {

  /**
   * It answered.
   *
   * @param status of HTTP
   * @param headers all of them
   * @param text the body, as text
   * @param digest of the body's bytes, with their number
   * @param by which pod answered, and how fast
   */
  record Answer(int status, HttpHeaders headers, String text, String digest, String by)
      implements Reply {

    static Answer of(int status, HttpHeaders headers, byte[] body, String by) {
      return new Answer(
          status, headers, new String(body, StandardCharsets.UTF_8), digest(body), by);
    }

    private static String digest(byte[] body) {
      try {
        var sha256 = MessageDigest.getInstance("SHA-256").digest(body);
        return "%d bytes, sha256:%s".formatted(body.length, HexFormat.of().formatHex(sha256));
      } catch (NoSuchAlgorithmException absent) {
        throw new IllegalStateException("every Java platform has SHA-256", absent);
      }
    }
  }

  /**
   * It gave no answer.
   *
   * @param sign why not
   */
  record None(Sign sign) implements Reply {}
}
