package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An additional checksum of an object, to be kept by the end it goes to.
 *
 * @param algorithm as in headers: {@code crc32}, {@code sha256}
 * @param value as the source shows it
 * @param composite whether it is a checksum over those of the parts
 */
record Checksum(String algorithm, String value, boolean composite) {

  /** S3 takes one in a request: the strongest goes along. */
  private static final List<String> STRONGEST_FIRST =
      List.of("sha256", "sha1", "crc64nvme", "crc32c", "crc32");

  private static final String HEADER = "x-amz-checksum-";

  static Optional<Checksum> of(Item item) {
    if (!(item.value(ObjectTraits.CHECKSUMS) instanceof Value.Entries shown)) {
      return Optional.empty();
    }
    Map<String, String> entries = shown.entries();
    return STRONGEST_FIRST.stream()
        .filter(entries::containsKey)
        .findFirst()
        .map(algorithm -> new Checksum(
            algorithm,
            entries.getOrDefault(algorithm, ""),
            "COMPOSITE".equals(entries.get("type"))));
  }

  /** Why an end cannot be made to keep it. */
  static final String NOT_CARRIED =
      "a composite checksum needs the parts the source had, and one of a whole written in parts has to be cyclic";

  /** Whether an object that is written like this can have it. */
  boolean fits(PartsPlan plan) {
    if (composite) {
      return plan.asParts() && plan.kept();
    }
    return !plan.asParts() || algorithm.startsWith("crc");
  }

  /** Headers of the request that writes a whole, or that completes one. */
  Map<String, String> ofWhole() {
    return composite ? Map.of() : Map.of(HEADER + algorithm, value);
  }

  /** Headers of the request that begins an upload in parts. */
  Map<String, String> ofUpload() {
    return Map.of(
        HEADER + "algorithm",
        algorithm.toUpperCase(Locale.ROOT),
        HEADER + "type",
        composite ? "COMPOSITE" : "FULL_OBJECT");
  }

  /** Headers of the request that completes an upload in parts. */
  Map<String, String> ofCompletion() {
    return composite ? Map.of() : Map.of(HEADER + algorithm, value, HEADER + "type", "FULL_OBJECT");
  }

  /** Headers of the request that sends a part. */
  Map<String, String> ofPart(byte[] part) {
    return Map.of(HEADER + algorithm, of(part));
  }

  /** Names the checksum of a part where the parts are put together. */
  void name(CompletedPart.Builder part, String checksum) {
    switch (algorithm) {
      case "crc32" -> part.checksumCRC32(checksum);
      case "crc32c" -> part.checksumCRC32C(checksum);
      case "crc64nvme" -> part.checksumCRC64NVME(checksum);
      case "sha1" -> part.checksumSHA1(checksum);
      default -> part.checksumSHA256(checksum);
    }
  }

  /** The checksum of a part, as base64. */
  String of(byte[] part) {
    return Base64.getEncoder().encodeToString(bytesOf(part));
  }

  private byte[] bytesOf(byte[] part) {
    return switch (algorithm) {
      case "crc32" -> {
        var crc = new CRC32();
        crc.update(part);
        yield four(crc.getValue());
      }
      case "crc32c" -> {
        var crc = new CRC32C();
        crc.update(part);
        yield four(crc.getValue());
      }
      case "crc64nvme" ->
        ByteBuffer.allocate(Long.BYTES).putLong(Crc64Nvme.of(part)).array();
      default -> digest(algorithm.equals("sha1") ? "SHA-1" : "SHA-256", part);
    };
  }

  /** What ends ask for that lock objects: Content-MD5. */
  static String md5(byte[] bytes) {
    return Base64.getEncoder().encodeToString(digest("MD5", bytes));
  }

  private static byte[] four(long value) {
    return Arrays.copyOfRange(ByteBuffer.allocate(Long.BYTES).putLong(value).array(), 4, 8);
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has " + name, absent);
    }
  }
}
