package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DrillKeyTests {

  private final DrillKey key = DrillKey.random();

  @Property(tries = 100)
  void whatWasSealedOpensAsItWas(@ForAll byte[] bytes) {
    assertThat(key.open(key.seal(bytes))).isEqualTo(bytes);
  }

  @Test
  void underAnotherKeyItDoesNotOpen() {
    var sealed = key.seal(new byte[] {1, 2, 3});
    assertThatThrownBy(() -> DrillKey.random().open(sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run the drill again");
  }

  @Test
  void oneSecretHasOneDigestInARunAndAnotherInTheNext() {
    assertThat(key.digest("hunter2"))
        .isEqualTo(key.digest("hunter2"))
        .isNotEqualTo(key.digest("hunter3"))
        .isNotEqualTo(DrillKey.random().digest("hunter2"))
        .doesNotContain("hunter2");
  }
}
