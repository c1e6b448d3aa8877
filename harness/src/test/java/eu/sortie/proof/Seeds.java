package eu.sortie.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Buckets made by chance leave for every server, and Sortie's list of losses has to equal that of an oracle, loss by loss.
 *
 * <p>A few buckets each time. {@code -Dsortie.proof.buckets=500} takes more, {@code -Dsortie.proof.seed=7} begins elsewhere, and
 * {@code -Dsortie.proof.only=minio} takes one server alone.
 */
final class Seeds {

  private static final int BUCKETS = Integer.getInteger("sortie.proof.buckets", 12);
  private static final int SEED = Integer.getInteger("sortie.proof.seed", 1);
  private static final int SAID_EVERY = 25;
  private static final String ONLY = System.getProperty("sortie.proof.only", "");

  private Seeds() {}

  /** Makes a bucket of a number. */
  interface Planting {
    Planted plant(long seed) throws IOException;
  }

  /** A bucket at the source. */
  interface Planted extends AutoCloseable {

    /** Lets it leave, and holds what Sortie says against what the oracle says. */
    Score leaveFor(Destinations.One place) throws IOException;

    @Override
    void close();
  }

  /** Lets so many buckets leave for each server. */
  static void loseWhatTheOracleSaysAndNothingElse(
      String what, Destinations destinations, Planting planting) throws IOException {
    var scores = new TreeMap<String, Score>();
    var wrong = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + BUCKETS; seed++) {
      try (var planted = planting.plant(seed)) {
        for (var place : destinations.all()) {
          if (ONLY.isEmpty() || ONLY.equals(place.name())) {
            var score = planted.leaveFor(place);
            scores.merge(place.name(), score, Score::plus);
            if (!score.isPerfect()) {
              wrong.add("seed %d, %s: %s".formatted(seed, place.name(), score.words()));
              System.out.println("proof: " + what + ", " + wrong.get(wrong.size() - 1));
            }
          }
        }
      }
      if (seed % SAID_EVERY == 0) {
        say(what, scores, seed);
      }
    }
    say(what, scores, SEED + BUCKETS - 1);
    assertThat(wrong).isEmpty();
    assertThat(scores.values()).allSatisfy(score -> assertThat(score.items()).isPositive());
  }

  private static void say(String what, Map<String, Score> scores, long lastSeed) {
    scores.forEach((name, score) -> System.out.printf(
        "proof: %s, %s: seeds %d to %d: %s%n", what, name, SEED, lastSeed, score));
  }
}
