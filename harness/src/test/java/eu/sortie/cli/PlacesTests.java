package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Misuse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedded",
        "containers",
        "containers:versitygw",
        "containers:minio",
        "containers:minio-to-versitygw"
      })
  void oneThatSortieStartsIsFoundByItsName(String name) {
    assertThat(Places.find(name))
        .isInstanceOfSatisfying(
            Place.Started.class,
            started -> assertThat(started.surroundings().name()).isEqualTo(name));
  }

  @Test
  void anUnknownVariantIsRefusedNamingTheKnown() {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> Places.find("containers:garage"))
        .withMessage(
            "there is no environment 'containers:garage': expected one that Sortie starts itself (embedded, containers, containers:versitygw, containers:minio, containers:minio-to-versitygw, containers:minio-to-minio, containers:versitygw-to-minio) or a file");
  }
}
