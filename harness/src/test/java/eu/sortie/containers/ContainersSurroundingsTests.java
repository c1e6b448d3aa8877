package eu.sortie.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContainersSurroundingsTests {

  private final List<Created> created = new ArrayList<>();

  private record Told(Optional<String> version, List<String> missing) implements Engine {
    @Override
    public List<String> missing(List<String> images) {
      return images.stream().filter(missing::contains).toList();
    }
  }

  private static Surroundings with(Engine engine, String name) {
    var usual = new ContainersSurroundings(engine);
    return name.equals(usual.name())
        ? usual
        : usual.variants().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
  }

  private void start(Surroundings surroundings) throws Exception {
    surroundings.start(Path.of("nowhere"), created::add).close();
  }

  @Nested
  class Names {

    @Test
    void comeWithTheDestinationAndASourceThatIsNotMotoAndTheUsualOneFirst() {
      assertThat(new ContainersSurroundings().variants())
          .extracting(Surroundings::name)
          .containsExactly(
              "containers:versitygw",
              "containers:minio",
              "containers:minio-to-versitygw",
              "containers:minio-to-minio",
              "containers:versitygw-to-minio");
    }

    @Test
    void withoutADestinationMeanTheUsualOne() {
      var engine = new Told(Optional.of("28.0"), List.of());

      assertThat(with(engine, "containers").examine())
          .isEqualTo(with(engine, "containers:versitygw").examine())
          .isNotEqualTo(with(engine, "containers:minio").examine());
    }
  }

  @Nested
  class Images {

    @Test
    void needNoRegistryInTheirNamesAndSayTheirRelease() {
      for (var program : List.of("moto", "versitygw", "minio", "toxiproxy", "registry")) {
        assertThat(eu.sortie.containers.Images.of(program))
            .matches("([a-z]+/)?[a-z]+:[A-Za-z0-9.-]+")
            .doesNotEndWith(":latest");
      }
    }
  }

  @Nested
  class WithoutAnEngine {

    private final Engine none = new Told(Optional.empty(), List.of());

    @Test
    void nothingStartsAndTheWayOutIsSaid() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> start(with(none, "containers:minio")))
          .withMessageContainingAll(
              "environment 'containers:minio': no Docker engine answers",
              "systemctl start docker",
              "DOCKER_HOST",
              "'embedded' needs none");
      assertThat(created).isEmpty();
    }

    @Test
    void theDoctorSaysSoToo() {
      assertThat(with(none, "containers").examine()).singleElement().satisfies(finding -> {
        assertThat(finding.answer()).isEqualTo(Finding.Answer.NO);
        assertThat(finding.detail()).contains("no Docker engine answers");
      });
    }
  }

  @Nested
  class WithoutAnImage {

    private final String minio = eu.sortie.containers.Images.of("minio");
    private final String moto = eu.sortie.containers.Images.of("moto");

    @Test
    void nothingStartsAndTheWayOutIsSaid() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(
              () -> start(with(new Told(Optional.of("28.0"), List.of(minio)), "containers:minio")))
          .withMessage(
              "environment 'containers:minio': the Docker engine has no image %s; fetch it with 'docker pull %s', or build its like from source with '.ci/lab/build && .ci/lab/images'",
              minio, minio);
      assertThat(created).isEmpty();
    }

    @Test
    void allThatAreMissingAreNamedAtOnce() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() ->
              start(with(new Told(Optional.of("28.0"), List.of(moto, minio)), "containers:minio")))
          .withMessageContaining("docker pull " + moto + " && docker pull " + minio);
    }

    @Test
    void oneThatIsAtBothEndsIsNamedOnce() {
      assertThat(with(new Told(Optional.of("28.0"), List.of(minio)), "containers:minio-to-minio")
              .examine())
          .singleElement()
          .satisfies(finding -> assertThat(finding.detail()).containsOnlyOnce("docker pull"));
    }

    @Test
    void motoIsNotMissedWhereAnotherServerIsTheSource() {
      assertThat(with(new Told(Optional.of("28.0"), List.of(moto)), "containers:minio-to-versitygw")
              .examine())
          .singleElement()
          .extracting(Finding::answer)
          .isEqualTo(Finding.Answer.YES);
    }

    @Test
    void oneThatThisVariantDoesNotNeedIsNotMissed() {
      assertThat(
              with(new Told(Optional.of("28.0"), List.of(minio)), "containers").examine())
          .singleElement()
          .extracting(Finding::answer)
          .isEqualTo(Finding.Answer.YES);
    }
  }
}
