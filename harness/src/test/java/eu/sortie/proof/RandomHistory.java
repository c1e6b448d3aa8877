package eu.sortie.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * The life of a bucket by chance: the same number always gives the same steps.
 *
 * <p>Versions are switched on at some time, often off and on again, and a few keys are written, deleted and written again before,
 * between and after; or the bucket locks, and then versions are on from the first to the last, some of them retained or held.
 * So there are {@code null} versions below, among and above others, and delete markers wherever they can be.
 */
record RandomHistory(
    long seed, boolean locked, List<Step> steps, RandomConfiguration configuration) {

  /** Something that is done to a bucket. */
  sealed interface Step {}

  /** A version is written. */
  record Put(RandomObject object) implements Step {}

  /** A key is deleted, whether or not it is there. */
  record Delete(String key) implements Step {}

  /** Versions are switched on or off. */
  record Switch(String status) implements Step {}

  static RandomHistory of(long seed) {
    var chance = new Chance(new Random(seed));
    var source = new RandomKeys(chance.random());
    var keys = new ArrayList<String>();
    for (int i = chance.random().nextInt(6); i >= 0; i--) {
      keys.add(source.next());
    }
    var steps = new ArrayList<Step>();
    var emptied = new HashSet<String>();
    boolean locked = chance.oneIn(4);
    var status = locked ? "Enabled" : "";
    for (int i = 6 + chance.random().nextInt(20); i > 0; i--) {
      if (!locked && chance.oneIn(status.isEmpty() ? 3 : 8)) {
        status = status.equals("Enabled") ? "Suspended" : "Enabled";
        steps.add(new Switch(status));
      }
      var key = chance.one(keys);
      steps.add(
          chance.oneIn(4)
              ? new Delete(key)
              : new Put(chance.version(key, chance.oneIn(10) && emptied.add(key), locked)));
    }
    if (status.isEmpty()) {
      steps.add(new Switch("Enabled"));
    }
    // By a chance of its own, so that a number still gives the history that it gave.
    var configuration = RandomConfiguration.of(new Random(~seed));
    return new RandomHistory(seed, locked, steps, configuration);
  }

  /** Lives it; what the server refuses did not happen. */
  void plant(BareHand hand, String bucket) {
    BareHand.must(hand.put(
        bucket,
        "",
        locked ? List.of(new Field("x-amz-bucket-object-lock-enabled", "true")) : List.of(),
        new byte[0]));
    for (var step : steps) {
      if (step instanceof Put put) {
        put.object.plant(hand, bucket);
      } else if (step instanceof Delete delete) {
        hand.delete(bucket, delete.key, "");
      } else if (step instanceof Switch to) {
        BareHand.must(hand.versioning(bucket, to.status));
      }
    }
    configuration.plant(hand, bucket);
  }
}
