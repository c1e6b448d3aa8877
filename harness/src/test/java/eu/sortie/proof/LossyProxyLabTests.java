package eu.sortie.proof;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A lossy proxy in front of the real servers of the lab. */
@EnabledIfSystemProperty(
    named = "sortie.proof.lab",
    matches = "true",
    disabledReason = "takes minutes; ask for it with -Dsortie.proof.lab=true")
@NeedsLab(because = "these servers check signatures and keep what emulators do not")
class LossyProxyLabTests extends LossyProxyFacts {

  @BeforeAll
  void plant(Lab lab) throws IOException {
    plant(Destinations.of(lab));
  }
}
