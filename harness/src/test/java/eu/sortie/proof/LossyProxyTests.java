package eu.sortie.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Verdict;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.testbed.EmbeddedServers;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lossy proxy in front of the servers that run everywhere. */
@ExtendWith(EmbeddedServers.class)
class LossyProxyTests extends LossyProxyFacts {

  @BeforeAll
  void plant(EmbeddedServers.Pair servers) throws IOException {
    plant(Destinations.of(servers));
  }

  @Test
  void everyFaultCanStrikeSomewhere() {
    assertThat(runs().map(run -> run.one().words()))
        .containsAll(
            cases().map(Case::words).filter(words -> !words.equals(ALL_TAGS)).toList());
  }

  @Test
  void whatNobodyCanReadBackIsNeverTakenForKept() throws IOException {
    var place = destinations.named("s3mock");
    try (var proxy = new LossyProxy(
        Spot.of(place.end()), new WriteFault.DropsHeader(Specimens.FULL, "x-amz-tagging"))) {
      var journey = through(proxy, place);

      assertThat(proxy.strikes()).isEqualTo(1);
      assertThat(journey.outcome().verdict()).isInstanceOf(Verdict.Inconclusive.class);
      assertThat(journey.outcome().fidelity().tally(ObjectTraits.TAGS).unknown())
          .isPositive();
    }
  }
}
