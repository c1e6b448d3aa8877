package eu.sortie.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A few objects that carry every trait a fault can strike, which an honest server keeps as they are. */
final class Specimens {

  static final String FULL = "full";
  static final String CLASSY = "classy";
  static final String LARGE = "large.bin";
  static final String ODD = "odd/é ü+%&?#='\"~𝄞.txt";

  private static final int PART_BYTES = 5 << 20;
  private static final int LAST_PART_BYTES = 4096;
  private static final Map<String, byte[]> BYTES = new TreeMap<>();
  private static final Map<String, String> TAGS = Map.of("team", "press", "keep", "yes");

  static {
    for (var key : List.of(FULL, ODD, CLASSY, "a", "b/c", "twin/1", "twin/2")) {
      BYTES.put(key, ("the bytes of " + key + " ").repeat(20).getBytes(StandardCharsets.UTF_8));
    }
    BYTES.put("twin/2", "other ".repeat(20).getBytes(StandardCharsets.UTF_8));
    BYTES.put("twin/1", "bytes ".repeat(20).getBytes(StandardCharsets.UTF_8));
    var large = new byte[PART_BYTES + LAST_PART_BYTES];
    new Random(42).nextBytes(large);
    BYTES.put(LARGE, large);
  }

  private Specimens() {}

  static List<String> keys() {
    return List.copyOf(BYTES.keySet());
  }

  static byte[] bytes(String key) {
    return BYTES.get(key);
  }

  static String digest(byte[] bytes) {
    return Signer.hex(Signer.sha256(bytes));
  }

  static byte[] largeWithLastPart(Damage damage) {
    var last =
        damage.of(Arrays.copyOfRange(bytes(LARGE), PART_BYTES, PART_BYTES + LAST_PART_BYTES));
    var all = Arrays.copyOf(bytes(LARGE), PART_BYTES + last.length);
    System.arraycopy(last, 0, all, PART_BYTES, last.length);
    return all;
  }

  static void plant(String bucket, Spot source) {
    try (var hand = new BareHand(source)) {
      var made = hand.put(bucket, "", List.of(), new byte[0]);
      // Two classes of tests share the source of the lab; what they plant is the same.
      if (made.status() != 409) {
        BareHand.must(made);
      }
      BYTES.forEach((key, bytes) -> {
        if (key.equals(LARGE)) {
          BareHand.must(hand.putInParts(
              bucket,
              key,
              fields(key),
              List.of(
                  Arrays.copyOf(bytes, PART_BYTES),
                  Arrays.copyOfRange(bytes, PART_BYTES, bytes.length))));
        } else {
          BareHand.must(hand.put(bucket, key, fields(key), bytes));
        }
        if (key.equals(FULL) || key.equals(LARGE)) {
          BareHand.must(hand.tag(bucket, key, TAGS));
        }
      });
    }
  }

  private static List<Field> fields(String key) {
    var fields = new ArrayList<>(
        List.of(new Field("Content-Type", "text/plain"), new Field("x-amz-meta-owner", "Odile")));
    if (key.equals(FULL)) {
      fields.add(new Field("Cache-Control", "max-age=60"));
      fields.add(new Field("Content-Language", "fr"));
      fields.add(new Field("Content-Disposition", "attachment"));
      fields.add(new Field("Content-Encoding", "br"));
      fields.add(new Field("x-amz-meta-year", "2026"));
    }
    if (key.equals(CLASSY)) {
      fields.add(new Field("x-amz-storage-class", "STANDARD_IA"));
    }
    return fields;
  }
}
