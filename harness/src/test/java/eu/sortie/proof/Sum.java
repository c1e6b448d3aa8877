package eu.sortie.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Additional checksums as S3 defines them, written down once more. */
final class Sum {

  static final List<String> ALGORITHMS = List.of("crc32", "crc32c", "crc64nvme", "sha1", "sha256");

  private static final long NVME_REFLECTED = 0x9A6C9329AC4BC9B5L;

  private Sum() {}

  /** The header that hands a checksum over. */
  static Field field(String algorithm, byte[] bytes) {
    return new Field(
        "x-amz-checksum-" + algorithm, Base64.getEncoder().encodeToString(of(algorithm, bytes)));
  }

  private static byte[] of(String algorithm, byte[] bytes) {
    return switch (algorithm) {
      case "crc32" -> cyclic(new CRC32(), bytes);
      case "crc32c" -> cyclic(new CRC32C(), bytes);
      case "crc64nvme" -> nvme(bytes);
      case "sha1" -> Signer.digest("SHA-1", bytes);
      default -> Signer.sha256(bytes);
    };
  }

  private static byte[] cyclic(Checksum sum, byte[] bytes) {
    sum.update(bytes);
    var eight = ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array();
    return Arrays.copyOfRange(eight, Integer.BYTES, Long.BYTES);
  }

  /** Bit by bit, for what is summed here is small. */
  private static byte[] nvme(byte[] bytes) {
    long sum = -1;
    for (byte one : bytes) {
      sum ^= one & 0xff;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sum = (sum & 1) == 1 ? (sum >>> 1) ^ NVME_REFLECTED : sum >>> 1;
      }
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(~sum).array();
  }
}
