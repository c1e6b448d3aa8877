package eu.sortie.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A few histories: several versions, delete markers in the middle and at the end, a null version below others. */
final class HistorySpecimens {

  static final String THREE = "three versions";
  static final String BETWEEN = "marker/between";
  static final String DELETED = "deleted";
  static final String OLD = "older than versions";

  private HistorySpecimens() {}

  static byte[] bytes(String key, int number) {
    return "version %d of %s ".formatted(number, key).repeat(9).getBytes(StandardCharsets.UTF_8);
  }

  static void plant(String bucket, Spot source) {
    try (var hand = new BareHand(source)) {
      BareHand.must(hand.put(bucket, "", List.of(), new byte[0]));
      put(hand, bucket, OLD, 1);
      BareHand.must(hand.versioning(bucket, "Enabled"));
      put(hand, bucket, OLD, 2);
      put(hand, bucket, THREE, 1);
      put(hand, bucket, THREE, 2);
      put(hand, bucket, THREE, 3);
      put(hand, bucket, BETWEEN, 1);
      BareHand.must(hand.delete(bucket, BETWEEN, ""));
      put(hand, bucket, BETWEEN, 2);
      put(hand, bucket, DELETED, 1);
      BareHand.must(hand.delete(bucket, DELETED, ""));
    }
  }

  private static void put(BareHand hand, String bucket, String key, int number) {
    BareHand.must(hand.put(
        bucket,
        key,
        List.of(
            new Field("Content-Type", "text/plain"),
            new Field("x-amz-meta-number", String.valueOf(number))),
        bytes(key, number)));
  }
}
