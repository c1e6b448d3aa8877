package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.sortie.containers.LabServers;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@NeedsLab(because = "what a killed process leaves behind shows only with what it would leave")
@Timeout(120)
class KilledContainersTests {

  private static final Pattern NAME = Pattern.compile("docker rm -fv (sortie-[a-z0-9-]+)");

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private List<String> containers() {
    try (var files = Files.walk(folder)) {
      var created = files.filter(file -> file.endsWith("created.jsonl")).findFirst();
      return created.isEmpty()
          ? List.of()
          : NAME.matcher(Files.readString(created.get()))
              .results()
              .map(found -> found.group(1))
              .toList();
    } catch (IOException notYet) {
      return List.of();
    }
  }

  /** A drill of which so many containers are there. */
  private SortieProcess drill(int started) throws IOException {
    var drill = SortieProcess.start(
        temporary,
        "drill",
        "sample-leaves-s3",
        "--environment",
        "containers:versitygw",
        "--evidence",
        folder);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            containers().size() >= started && containers().stream().allMatch(LabServers::isThere));
    return drill;
  }

  @Test
  void aKilledDrillLeavesNoContainerForLongAndTheDoctorKnowsTheirNames() throws Exception {
    try (var drill = drill(2)) {
      drill.kill();
    }

    assertThat(Said.by("doctor", "--evidence", folder).out())
        .contains("to remove: docker rm -fv " + containers().get(0));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> containers().stream().noneMatch(LabServers::isThere));
  }

  @Test
  void anInterruptedDrillRemovesItsContainersAndIsInconclusive() throws Exception {
    Said said;
    // The first is there and the second is not yet: the drill cannot be over before it is told.
    try (var drill = drill(1)) {
      drill.interrupt();
      said = drill.end();
    }

    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.INCONCLUSIVE);
    assertThat(said.err()).contains("interrupted");
    assertThat(containers()).isNotEmpty().noneMatch(LabServers::isThere);
  }
}
