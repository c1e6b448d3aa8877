package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Breach;
import eu.sortie.drill.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitTests {

  @Test
  void isZeroForPassedAlone() {
    assertThat(Exit.of(new Verdict.Passed())).isEqualTo(0);
    assertThat(Exit.of(new Verdict.Failed(List.of(new Breach("a gate", "seen")))))
        .isEqualTo(1);
    assertThat(Exit.of(new Verdict.Inconclusive("nobody knows"))).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0, 1, 1", "0, 3, 3", "0, 4, 4", "1, 3, 1", "1, 4, 1", "3, 4, 4"})
  void ofTwoIsTheWorseWhicheverCameFirst(int one, int other, int worse) {
    assertThat(Exit.worse(one, other)).isEqualTo(worse);
    assertThat(Exit.worse(other, one)).isEqualTo(worse);
  }
}
