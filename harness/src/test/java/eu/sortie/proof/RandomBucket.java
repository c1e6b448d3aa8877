package eu.sortie.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bucket by chance: the same number always gives the same objects. */
record RandomBucket(long seed, List<RandomObject> objects) {

  static RandomBucket of(long seed) {
    var chance = new Chance(new Random(seed));
    var keys = new RandomKeys(chance.random());
    var objects = new ArrayList<RandomObject>();
    int count = 5 + chance.random().nextInt(20);
    for (int i = 0; i < count; i++) {
      objects.add(chance.object(keys.next()));
    }
    return new RandomBucket(seed, objects);
  }

  /** Plants it; what the server refuses is not there. */
  void plant(BareHand hand, String bucket) {
    BareHand.must(hand.put(bucket, "", List.of(), new byte[0]));
    objects.forEach(object -> object.plant(hand, bucket));
  }
}
