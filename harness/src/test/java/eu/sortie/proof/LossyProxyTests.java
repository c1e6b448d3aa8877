package eu.sortie.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
        .containsAll(cases().map(Case::words).toList());
  }
}
