package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The additional checksums of S3, in Base64, by their names there. */
final class Checksums {

  private Checksums() {}

  static String of(String algorithm, Body body) throws IOException {
    return of(algorithm, body, 0, body.size());
  }

  static String of(String algorithm, Body body, long from, long to) throws IOException {
    byte[] bytes;
    try (var in = body.openAt(from)) {
      bytes = in.readNBytes((int) (to - from));
    }
    return Base64.getEncoder()
        .encodeToString(
            switch (algorithm) {
              case "CRC32" -> crc(new CRC32(), bytes);
              case "CRC32C" -> crc(new CRC32C(), bytes);
              case "SHA1" -> digest("SHA-1", bytes);
              case "SHA256" -> digest("SHA-256", bytes);
              case "MD5" -> digest("MD5", bytes);
              default -> throw new IllegalArgumentException(algorithm);
            });
  }

  private static byte[] crc(Checksum crc, byte[] bytes) {
    crc.update(bytes);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has " + name, e);
    }
  }
}
