package eu.sortie.oci;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Digests as registries write them, taken of the bytes that came: what a registry says of them is never believed. */
final class Digest {

  private static final Pattern WRITTEN =
      Pattern.compile("(sha256):[0-9a-f]{64}|(sha512):[0-9a-f]{128}");

  private static final int PIECE = 64 * 1024;

  private Digest() {}

  static boolean isOne(String text) {
    return WRITTEN.matcher(text).matches();
  }

  /** The digest of bytes at hand, with SHA-256. */
  static String of(byte[] bytes) {
    return written("sha256", bytes);
  }

  /** Whether bytes are those that a digest names. */
  static boolean names(String digest, byte[] bytes) {
    return isOne(digest) && written(algorithm(digest), bytes).equals(digest);
  }

  /** The digest of a stream, read to its end, with the algorithm of another digest. */
  static String of(InputStream bytes, String like) throws IOException {
    var algorithm = algorithm(like);
    var stream = new DigestInputStream(bytes, named(algorithm));
    var piece = new byte[PIECE];
    while (stream.read(piece) >= 0) {
      // Only the digest is wanted.
    }
    return algorithm + ':' + HexFormat.of().formatHex(stream.getMessageDigest().digest());
  }

  private static String algorithm(String digest) {
    return digest.substring(0, digest.indexOf(':'));
  }

  private static String written(String algorithm, byte[] bytes) {
    return algorithm + ':' + HexFormat.of().formatHex(named(algorithm).digest(bytes));
  }

  private static MessageDigest named(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-"));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has " + algorithm, absent);
    }
  }
}
