package eu.sortie.proof;

import eu.sortie.scenario.End;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;

/** A bucket made by chance, without versions, and what a hand of its own sees in it. */
record RandomBucketPlanted(End from, Copy bucket, Map<String, Sight> source)
    implements Seeds.Planted {

  static Seeds.Planted at(End from, long seed) {
    var bucket = Copy.at(from);
    try (var hand = new BareHand(Spot.of(from))) {
      RandomBucket.of(seed).plant(hand, bucket.bucket());
      var keys = new Listing(hand, bucket.bucket()).keys();
      return new RandomBucketPlanted(from, bucket, new Observation(hand, bucket.bucket()).of(keys));
    }
  }

  @Override
  public Score leaveFor(Destinations.One place) throws IOException {
    try (var proxy = new LossyProxy(Spot.of(place.end()), new Fault.None());
        var copy = Copy.at(place.end());
        var hand = new BareHand(Spot.of(place.end()))) {
      var journey = Journey.of(
          from, Spot.end("europe", place.end(), proxy.port()), bucket.bucket(), copy.bucket());
      var listed = new HashSet<>(new Listing(hand, copy.bucket()).keys());
      var all = new HashSet<>(listed);
      all.addAll(source.keySet());
      var oracle =
          new Oracle(source, listed, new Observation(hand, copy.bucket()).of(all), proxy::took);
      return Score.of(source.size(), oracle.differences(), journey.lossesOfItems());
    }
  }

  @Override
  public void close() {
    bucket.close();
  }
}
