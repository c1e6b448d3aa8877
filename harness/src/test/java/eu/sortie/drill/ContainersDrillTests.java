package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.Gate.everyItem;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.containers.ContainersSurroundings;
import eu.sortie.containers.LabServers;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import eu.sortie.spi.Surroundings;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsLab(because = "whether containers start, are cut and go shows only with containers")
@Timeout(180)
class ContainersDrillTests {

  private static final int PHOTOS = 20;

  @TempDir
  private Path folder;

  private static final class FewPhotos implements Estate {
    @Override
    public String name() {
      return "few photos";
    }

    @Override
    public List<PlantedCase> plant(End source) {
      var hand = new ThirdHand(source);
      hand.createBucket("samples");
      for (int number = 1; number <= PHOTOS; number++) {
        var key = "2026/%04d.jpg".formatted(number);
        hand.put(
            "samples",
            key,
            Sample.bytes(key),
            Map.of(
                "content-type",
                "image/jpeg",
                "x-amz-meta-owner",
                "Anna",
                "x-amz-tagging",
                "album=holiday"));
      }
      return List.of();
    }
  }

  private static Surroundings named(String name) {
    return new ContainersSurroundings()
        .variants().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> containers(RecordingChronicle chronicle) {
    var names = new ArrayList<String>();
    chronicle.created.stream()
        .map(created -> created.what().split("[ ,]", -1))
        .filter(words -> words[0].equals("container"))
        .forEach(words -> names.add(words[1]));
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"containers:versitygw", "containers:minio"})
  void photosLeaveAndAfterTheCutTheSourcesContainerIsGoneAndInTheEndAllAre(String name) {
    var chronicle = new RecordingChronicle(folder);
    var afterTheCut = new ArrayList<Boolean>();
    var setup = DrillSetup.at(
            new DrillSetup.Place.Started(named(name)), PriceBook::load, (id, scenario) -> chronicle)
        .with(new FewPhotos())
        .with(new Progress() {
          @Override
          public void stage(Stage stage, long items, long bytes) {
            if (stage == Stage.CUT || stage == Stage.RESURVEY) {
              containers(chronicle).forEach(one -> afterTheCut.add(LabServers.isThere(one)));
            }
          }
        });

    var outcome = Drill.of(setup)
        .run(scenarioWith(
            keepsContent(),
            everyItem()
                .keeps(ObjectTraits.USER_METADATA, ObjectTraits.CONTENT_TYPE, ObjectTraits.TAGS)));

    // Its own two gates: a server may well add something that nobody asked for.
    assertThat(outcome.gates())
        .filteredOn(gate -> gate.gate().startsWith("every item keeps"))
        .hasSize(2)
        .allSatisfy(gate -> assertThat(gate.result().name()).as(gate.seen()).isEqualTo("CLEARED"));
    assertThat(outcome.fidelity().items()).isGreaterThanOrEqualTo(PHOTOS);
    assertThat(outcome.fidelity().missing()).isZero();
    assertThat(afterTheCut)
        .as("aws and europe before the cut, then after it")
        .containsExactly(true, true, false, true);
    assertThat(containers(chronicle)).hasSize(2).noneMatch(LabServers::isThere);
    assertThat(chronicle.created)
        .filteredOn(created -> created.what().startsWith("container "))
        .allSatisfy(created -> assertThat(created.wayOut()).startsWith("docker rm -fv sortie-"));
  }
}
