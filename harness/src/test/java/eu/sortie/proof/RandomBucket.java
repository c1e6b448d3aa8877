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

  /** Plants it; gives how many objects the server took. */
  int plant(BareHand hand, String bucket) {
    BareHand.must(hand.put(bucket, "", List.of(), new byte[0]));
    int taken = 0;
    for (var object : objects) {
      taken += object.plant(hand, bucket) ? 1 : 0;
    }
    return taken;
  }
}
