package eu.sortie.proof;

import static eu.sortie.proof.Seeds.loseWhatTheOracleSaysAndNothingElse;

import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Buckets made by chance leave, and Sortie's list of losses equals the oracle's. */
@ExtendWith(EmbeddedServers.class)
class RandomBucketTests {

  private static final String BY_HAND = "sortie.proof.servers";

  @Test
  void everyLossOnTheWayToS3ProxyIsNamedAndNothingElse(EmbeddedServers.Pair servers)
      throws IOException {
    allAgree(Destinations.of(servers).withoutS3Mock());
  }

  @Test
  @NeedsLab(because = "each server loses in its own way")
  void everyLossOnTheWayToTheServersOfTheLabIsNamedAndNothingElse(Lab lab) throws IOException {
    allAgree(Destinations.of(lab));
  }

  @Test
  @EnabledIfSystemProperty(
      named = BY_HAND,
      matches = ".+",
      disabledReason = "it is for servers that somebody has started by hand")
  void everyLossOnTheWayToServersStartedByHandIsNamedAndNothingElse() throws IOException {
    allAgree(Destinations.byHand(System.getProperty(BY_HAND, "")));
  }

  private static void allAgree(Destinations destinations) throws IOException {
    loseWhatTheOracleSaysAndNothingElse(
        "objects", destinations, seed -> RandomBucketPlanted.at(destinations.source(), seed));
  }
}
