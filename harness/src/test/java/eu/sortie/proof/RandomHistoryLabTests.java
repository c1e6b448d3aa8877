package eu.sortie.proof;

import static eu.sortie.proof.Seeds.loseWhatTheOracleSaysAndNothingElse;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Histories made by chance leave, and Sortie's list of losses equals the oracle's.
 *
 * <p>The source is MinIO: of what runs here it alone lists versions and delete markers as they were written. S3Mock and moto list them
 * apart, so nobody could say what the right order is.
 */
@NeedsLab(because = "no server that runs everywhere lists a history in its order")
class RandomHistoryLabTests {

  @Test
  void everyLossOfAHistoryIsNamedAndNothingElse(Lab lab) throws IOException {
    var destinations = Destinations.ofHistories(lab);
    loseWhatTheOracleSaysAndNothingElse(
        "histories", destinations, seed -> RandomHistoryPlanted.at(destinations.source(), seed));
  }
}
