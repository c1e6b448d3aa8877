package eu.sortie.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Buckets made by chance leave for every server, and Sortie's list of losses equals that of an oracle, loss by loss.
 *
 * <p>A few buckets each time. {@code -Dsortie.proof.buckets=500} takes more, {@code -Dsortie.proof.seed=7} begins elsewhere, and
 * {@code -Dsortie.proof.only=minio} takes one server alone.
 */
final class RandomBucketFacts {

  private static final int BUCKETS = Integer.getInteger("sortie.proof.buckets", 12);
  private static final int SEED = Integer.getInteger("sortie.proof.seed", 1);
  private static final int SAID_EVERY = 25;
  private static final String ONLY = System.getProperty("sortie.proof.only", "");

  private RandomBucketFacts() {}

  /** Lets so many buckets leave for each server. */
  static void loseWhatTheOracleSaysAndNothingElse(Destinations destinations) throws IOException {
    var scores = new TreeMap<String, Score>();
    var wrong = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + BUCKETS; seed++) {
      try (var bucket = Copy.at(destinations.source());
          var hand = new BareHand(Spot.of(destinations.source()))) {
        RandomBucket.of(seed).plant(hand, bucket.bucket());
        var keys = new Listing(hand, bucket.bucket()).keys();
        var source = new Observation(hand, bucket.bucket()).of(keys);
        for (var place : destinations.all()) {
          if (ONLY.isEmpty() || ONLY.equals(place.name())) {
            var score = judge(destinations, place, bucket.bucket(), source);
            scores.merge(place.name(), score, Score::plus);
            if (!score.isPerfect()) {
              wrong.add("seed %d, %s: %s".formatted(seed, place.name(), score.words()));
              System.out.println("proof: " + wrong.get(wrong.size() - 1));
            }
          }
        }
      }
      if (seed % SAID_EVERY == 0) {
        say(scores, seed);
      }
    }
    say(scores, SEED + BUCKETS - 1);
    assertThat(wrong).isEmpty();
    assertThat(scores.values()).allSatisfy(score -> assertThat(score.items()).isPositive());
  }

  private static void say(Map<String, Score> scores, long lastSeed) {
    scores.forEach((name, score) ->
        System.out.printf("proof: %s: seeds %d to %d: %s%n", name, SEED, lastSeed, score));
  }

  private static Score judge(
      Destinations destinations, Destinations.One place, String bucket, Map<String, Sight> source)
      throws IOException {
    try (var proxy = new LossyProxy(Spot.of(place.end()), new Fault.None());
        var copy = Copy.at(place.end());
        var hand = new BareHand(Spot.of(place.end()))) {
      var journey = Journey.of(
          destinations.source(),
          Spot.end("europe", place.end(), proxy.port()),
          bucket,
          copy.bucket());
      var listed = new HashSet<>(new Listing(hand, copy.bucket()).keys());
      var all = new HashSet<>(listed);
      all.addAll(source.keySet());
      var oracle =
          new Oracle(source, listed, new Observation(hand, copy.bucket()).of(all), proxy::took);
      return Score.of(source.size(), oracle.differences(), said(journey));
    }
  }

  private static List<Difference> said(Journey journey) {
    return journey.heard().losses().stream()
        .filter(loss -> Oracle.TRAITS.contains(loss.trait()))
        .filter(loss -> !loss.kind().equals("bucket"))
        .toList();
  }
}
