package eu.sortie.k8s;

import static eu.sortie.scenario.ResourceTraits.WITHOUT_COUNTERPART;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import eu.sortie.ecs.Moto;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sample that leaves ECS, from moto to a real API server; nothing runs there, so nothing is asked whether it lives. */
class ApiLeavesLabTests {

  private static final Path SAMPLE = Path.of("samples", "api-leaves-ecs.yaml");

  @Order(1)
  @RegisterExtension
  static final Moto SOURCE = new Moto();

  @Order(2)
  @RegisterExtension
  static final ApiServer DESTINATION = new ApiServer("api-leaves-destination", 7931);

  @Order(3)
  @RegisterExtension
  static final RemovalControllers CONTROLLER = new RemovalControllers(DESTINATION);

  @TempDir
  private Path folder;

  private Scenario sample;
  private EvidenceFolders evidence;

  @BeforeEach
  void read() {
    var whole = ScenarioFile.read(SAMPLE);
    sample = new Scenario(
        whole.name(),
        whole.from(),
        whole.to(),
        whole.selection(),
        whole.expect().stream().filter(gate -> !(gate instanceof Gate.Alive)).toList(),
        whole.allow());
  }

  @Test
  void theSamplePassesAndEveryLossInItIsAllowedByName() throws IOException {
    var outcome = drill(sample);

    assertThat(outcome.verdict())
        .as(outcome.gates() + " " + losses())
        .isInstanceOf(Verdict.Passed.class);
    assertThat(losses())
        .contains("cronjob.batch/month-end item missing")
        .contains("serviceaccount/orders-task without-counterpart lost")
        .contains("persistentvolumeclaim/files without-counterpart lost")
        .allMatch(one -> one.endsWith(" without-counterpart lost") || one.contains("month-end"));
    assertThat(outcome.fidelity().items()).isEqualTo(11);
  }

  @Test
  void withoutAllowancesItFailsAndSaysWhatHasNoCounterpart() throws IOException {
    var outcome = drill(new Scenario(
        sample.name(), sample.from(), sample.to(), sample.selection(), sample.expect(), List.of()));

    assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(rows())
        .anyMatch(row -> row.contains("taskDefinition.containerDefinitions[api].ulimits")
            && row.contains("A pod has no limits of this kind"))
        .anyMatch(row -> row.contains("The grant itself is lost"));
  }

  @Test
  void whatWasMadeOfWhatIsReportedWithItsReason() {
    var outcome = drill(sample);

    assertThat(outcome.translations())
        .filteredOn(one -> one.item().equals("deployment.apps/orders"))
        .anySatisfy(one -> {
          assertThat(one.entry())
              .isEqualTo("template.spec.containers[name=api].resources.requests.cpu");
          assertThat(one.before()).isEqualTo("cpu: 256 units");
          assertThat(one.after()).isEqualTo("0.25");
          assertThat(one.rule()).isEqualTo("ecs-cpu");
        });
  }

  @Test
  void noSecretIsLeftInTheEvidence() throws IOException {
    drill(sample);

    try (var files = Files.walk(evidence.last())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("hunter2", "aHVudGVyMg", "t0ken");
      }
    }
  }

  private Outcome drill(Scenario scenario) {
    evidence = new EvidenceFolders(folder.resolve("drills"));
    var destination = End.of(
        "europe",
        false,
        "kubernetes",
        Map.of("kubeconfig", DESTINATION.kubeconfig().toString()),
        Capabilities.UNSTATED);
    var environment =
        Environment.of("moto and a server", List.of(SOURCE.end(), destination), Map.of());
    var setup = DrillSetup.at(
        new DrillSetup.Place.There(environment),
        name -> {
          throw new Misuse("there is no price list '%s'".formatted(name));
        },
        evidence);
    return Drill.of(setup).run(scenario);
  }

  private List<String> losses() throws IOException {
    var rows = new ArrayList<String>();
    read("item", "trait", "change").forEach(row -> rows.add(String.join(" ", row)));
    return rows;
  }

  private List<String> rows() throws IOException {
    var rows = new ArrayList<String>();
    read("item", "trait", "was", "because").forEach(row -> {
      if (row.get(1).equals(WITHOUT_COUNTERPART.name())) {
        rows.add(String.join(" ", row));
      }
    });
    return rows;
  }

  private List<List<String>> read(String... fields) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(evidence.last().resolve("losses.csv"))) {
      csv.forEach(row -> rows.add(List.of(fields).stream().map(row::getField).toList()));
    }
    return rows;
  }
}
