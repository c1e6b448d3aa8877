package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.evidence.EvidenceFolder;
import eu.sortie.junit.LeftOut;
import eu.sortie.measure.Stage;
import eu.sortie.yaml.PriceBook;
import eu.sortie.yaml.ScenarioFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** The shop leaves one whole cluster for another, the first one is ended, and the shop serves. */
@ExtendWith(ShopLeavesLabTests.Needs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ShopLeavesLabTests {

  /** Pods run for root alone, in the lab's Kubernetes. */
  static final class Needs implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return LeftOut.unlessThere(
          LabProgram.whyNotThere("kubelet"),
          "only a cluster with a node shows whether a shop serves");
    }
  }

  /** What stands in the shop's secrets, and how an API server spells it. */
  private static final List<String> SECRETS =
      List.of("a-sample-and-no-secret", "YS1zYW1wbGUtYW5kLW5vLXNlY3JldA", "shop.c1a2b3c4d5e6");

  private Outcome outcome;

  @BeforeAll
  void drill(@TempDir Path folder) throws Exception {
    var scenario = ScenarioFile.read(Path.of("samples", "shop-leaves-eks.yaml"));
    var setup = DrillSetup.at(
        new DrillSetup.Place.Started(new ClusterPair()),
        PriceBook::load,
        (id, leaving) -> EvidenceFolder.create(folder, leaving));
    outcome = Drill.of(setup).run(scenario);
    try (var files = Files.walk(folder)) {
      assertThat(files
              .filter(Files::isRegularFile)
              .filter(file -> SECRETS.stream().anyMatch(secret -> contains(file, secret))))
          .as("files of the evidence with a secret in clear")
          .isEmpty();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(text);
    } catch (java.io.IOException gone) {
      return false;
    }
  }

  private GateResult gate(String words) {
    return outcome.gates().stream()
        .filter(gate -> gate.gate().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingThatWasDeclaredArrives() {
    assertThat(outcome.losses()).isEmpty();
    assertThat(outcome.fidelity().missing()).isZero();
    assertThat(outcome.fidelity().items()).isGreaterThan(25);
    assertThat(gate("every item keeps spec, data, labels, annotations, rules").result())
        .isEqualTo(GateResult.Result.CLEARED);
  }

  @Test
  void itServesWithoutTheSource() {
    assertThat(gate("workloads ready within 5 min").result()).isEqualTo(GateResult.Result.CLEARED);
    assertThat(gate("answers web/health with 200").seen()).startsWith("200 by pod web-");
    assertThat(gate("a job of cron job nightly completes within 1 min").seen())
        .startsWith("job nightly-drill-");
    assertThat(gate("the source is only read, and stays cut").result())
        .isEqualTo(GateResult.Result.CLEARED);
    assertThat(outcome.timings().of(Stage.CUT)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(outcome.timings().toService()).isGreaterThan(outcome.timings().of(Stage.RESTORE));
  }

  @Test
  void itAnswersRecordedRequestsAsTheSourceDidBeforeItWasEnded() {
    assertThat(
            gate("answers web/prices/bread as at the source: status, headers content-type, body by meaning")
                .seen())
        .startsWith("200 by pod web-")
        .endsWith(", as at the source");
    assertThat(gate("answers web/prices/nothing as at the source: status, body byte by byte")
            .seen())
        .startsWith("404 by pod web-")
        .endsWith(", as at the source");
    assertThat(gate("probes equal those at the source within 1 min").result())
        .isEqualTo(GateResult.Result.CLEARED);
  }

  @Test
  void nobodyUndoesWhatWasRestored() {
    assertThat(gate("no drift after 10 s").seen())
        .endsWith("items were read once more and are the same");
    assertThat(outcome.timings().of(Stage.RESURVEY))
        .as("waiting is in no time")
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void whatWasChangedOnPurposeIsNamedWithItsRule() {
    assertThat(outcome.translations())
        .filteredOn(one -> one.item().contains("statefulset.apps/orders"))
        .extracting(Translated::rule)
        .contains("storage-class");
    assertThat(outcome.translations())
        .extracting(Translated::rule)
        .contains(
            "ingress-class", "alb-annotations", "nlb-annotations", "aws-identity", "node-port");
  }

  @Test
  void whatStillNamesTheSourceBreachesTheGateThatAsksForIt() {
    var gate = gate("no residue of the source");
    assertThat(gate.result()).isEqualTo(GateResult.Result.BREACHED);
    var found = outcome.residues().stream()
        .collect(Collectors.toMap(ReferenceGroup::sort, ReferenceGroup::samples));
    assertThat(found.toString())
        .contains("configmap/settings", "ARCHIVE_ARN", "price.shop.example/croissant")
        .contains("secret/")
        .doesNotContain("shop.c1a2b3c4d5e6");
  }
}
