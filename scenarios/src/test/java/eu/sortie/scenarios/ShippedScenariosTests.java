package eu.sortie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.cli.Catalogue;
import eu.sortie.cli.Published;
import eu.sortie.scenario.Misuse;
import eu.sortie.yaml.ScenarioFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedScenariosTests {

  private static final Optional<Path> NONE = Optional.empty();
  private static final Optional<Path> OWN = Optional.of(Path.of("own"));

  static Iterable<Published> published() {
    return new ShippedScenarios().published();
  }

  private static Published named(String name) {
    return new ShippedScenarios()
        .published().stream()
            .filter(published -> published.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void areFoundByTheCommand() {
    assertThat(ServiceLoader.load(Catalogue.class))
        .singleElement()
        .isInstanceOf(ShippedScenarios.class);
  }

  @ParameterizedTest
  @MethodSource("published")
  void areCompleteAndCalledAsTheirEvidenceIs(Published published) {
    var scenario = ScenarioFile.read(published.text(), published.file());

    scenario.requireComplete();
    assertThat(scenario.slug()).isEqualTo(published.name());
    assertThat(published.summary()).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photos-leave-s3",
        "poison-leaves-s3",
        "poison-history-leaves-s3",
        "poison-lock-leaves-s3"
      })
  void thatBringAnEstateRefuseTheUsers(String name) {
    assertThat(named(name).estate().estate(NONE)).isPresent();
    assertThatThrownBy(() -> named(name).estate().estate(OWN))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("--estate: " + name)
        .hasMessageContaining("folder-leaves-s3");
  }

  @Test
  void thatTakeTheUsersAskForIt() {
    assertThat(named("folder-leaves-s3").estate().estate(OWN)).isPresent();
    assertThatThrownBy(() -> named("folder-leaves-s3").estate().estate(NONE))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("--estate ~/photos");
  }
}
