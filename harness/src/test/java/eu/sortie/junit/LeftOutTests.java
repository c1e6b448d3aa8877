package eu.sortie.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftOutTests {

  private static final Optional<String> NO_ENGINE = Optional.of("no Docker engine answers");

  @Test
  void whereTheLabIsThereTestsRun() {
    assertThat(LeftOut.decide(Optional.empty(), "of it", true).isDisabled()).isFalse();
  }

  @Test
  void whereItIsNotTheyAreLeftOutWithTheirBecause() {
    var decided = LeftOut.decide(NO_ENGINE, "containers are what it is about", false);

    assertThat(decided.isDisabled()).isTrue();
    assertThat(decided.getReason())
        .contains("no Docker engine answers; it is needed because containers are what it is about");
  }

  @Test
  void whereItIsRequiredLeavingOneOutFails() {
    assertThatIllegalStateException()
        .isThrownBy(() -> LeftOut.decide(NO_ENGINE, "of it", true))
        .withMessageContainingAll("-Dsortie.lab.required", "no Docker engine answers", ".ci/lab");
  }
}
