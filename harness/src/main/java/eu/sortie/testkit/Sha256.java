package eu.sortie.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What bytes come to.
 *
 * @param hex 64 hex digits
 * @param bytes how many came
 */
record Sha256(String hex, long bytes) {

  /** Of all bytes of a stream, to its end. */
  static Sha256 of(InputStream stream) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      long bytes =
          new DigestInputStream(stream, digest).transferTo(OutputStream.nullOutputStream());
      return new Sha256(HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
