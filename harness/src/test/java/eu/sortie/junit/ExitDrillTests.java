package eu.sortie.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import eu.sortie.cli.RealEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ExitDrillTests {

  private static final String KEEPS = "every item keeps content";
  private static final String NOTHING_ELSE = "nothing else is lost without an allowance";
  private static final String CUT = "the source is only read, and stays cut";

  @TempDir
  static Path folder;

  private static Path ends;

  @TempDir
  Path evidence;

  @BeforeAll
  static void describeTheEnds() {
    ends = RealEnds.fileWithSecretsBeside(folder);
  }

  private EngineExecutionResults run(Class<?> drills) {
    return run(drills, ends.toString());
  }

  private EngineExecutionResults run(Class<?> drills, String environment) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(drills))
        .configurationParameter("sortie.environment", environment)
        .configurationParameter("sortie.evidence", evidence.toString())
        .execute();
  }

  /** The tests by the name a person sees, in their order, and how they went. */
  private static List<String> tests(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .map(event ->
            event.getTestDescriptor().getDisplayName() + ": " + result(event).getStatus())
        .toList();
  }

  private static TestExecutionResult result(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class);
  }

  private static Map<String, String> messages(EngineExecutionResults results) {
    return results.testEvents().finished().stream()
        .filter(event -> result(event).getStatus() == Status.FAILED)
        .collect(Collectors.toMap(
            event -> event.getTestDescriptor().getDisplayName(),
            event -> String.valueOf(result(event).getThrowable().orElseThrow().getMessage())));
  }

  @Nested
  class OfAnExitThatWorks {

    @Test
    void isATestAndEachGateIsOneMore() throws IOException {
      var results = run(Samples.Passed.class);

      assertThat(tests(results))
          .containsExactly(
              "the drill: SUCCESSFUL",
              KEEPS + ": SUCCESSFUL",
              "time to exit at most 10 min: SUCCESSFUL",
              NOTHING_ELSE + ": SUCCESSFUL",
              CUT + ": SUCCESSFUL");
      assertThat(results.containerEvents().failed().count()).isZero();
      try (var drills = Files.walk(evidence)) {
        assertThat(drills)
            .as("one drill, not one a gate")
            .filteredOn(file -> file.endsWith("outcome.json"))
            .hasSize(1);
      }
    }

    @Test
    void mayHaveOtherParametersBesides() {
      assertThat(tests(run(Samples.WithAFolder.class)))
          .hasSize(4)
          .allMatch(test -> test.endsWith("SUCCESSFUL"));
    }
  }

  @Nested
  class OfAnExitThatDoesNot {

    @Test
    void failsWithTheSummaryAndTheGateWithWhatWasSeen() {
      var results = run(Samples.Breached.class);

      assertThat(tests(results))
          .containsExactly(
              "the drill: FAILED",
              KEEPS + ": SUCCESSFUL",
              "time to exit at most 1 ms: FAILED",
              NOTHING_ELSE + ": SUCCESSFUL",
              CUT + ": SUCCESSFUL");
      assertThat(messages(results).get("the drill"))
          .startsWith("Items of tiny leave: FAILED, 1 of 4 gates breached")
          .contains("evidence: " + evidence);
      assertThat(messages(results).get("time to exit at most 1 ms"))
          .startsWith("breached: time to exit at most 1 ms\n  wanted at most 1 ms\n  seen took ");
    }

    @Test
    void failsAtTheGateWhereTheMethodDoesNotInsist() {
      assertThat(tests(run(Samples.BreachedWithoutInsisting.class)))
          .contains("the drill: SUCCESSFUL", "time to exit at most 1 ms: FAILED");
    }
  }

  @Nested
  class ThatNobodyKnowsTheResultOf {

    @Test
    void failsWhereNothingWasCompared() {
      var results = run(Samples.Inconclusive.class);

      assertThat(tests(results)).contains("the drill: FAILED", KEEPS + ": FAILED");
      assertThat(messages(results).get("the drill")).contains("INCONCLUSIVE");
      assertThat(messages(results).get(KEEPS))
          .contains("inconclusive: " + KEEPS, "seen nothing was compared");
    }

    @Test
    void failsAlthoughTheMethodDoesNotInsist() {
      assertThat(tests(run(Samples.Unpriced.class)))
          .contains("the drill: FAILED", KEEPS + ": SUCCESSFUL")
          .anyMatch(test -> test.startsWith("cost to exit") && test.endsWith("FAILED"));
    }

    @Test
    void failsWhereItWasStopped() {
      assertThat(messages(run(Samples.Stopped.class)).get("the drill"))
          .contains("INCONCLUSIVE, somebody wanted it");
    }
  }

  @Nested
  class ThatDidNotBegin {

    @Test
    void failsWhereTheMethodForgotToRunIt() {
      var results = run(Samples.Forgotten.class);

      assertThat(tests(results)).containsExactly("the drill: FAILED");
      assertThat(messages(results).get("the drill"))
          .contains("ran no drill", "drill.run(scenario)");
    }

    @Test
    void failsWithWhatIsWrong() {
      var results = run(Samples.Impossible.class);

      assertThat(tests(results)).containsExactly("the drill: FAILED");
      assertThat(messages(results).get("the drill")).contains("there is no bucket 'nobody'");
      assertThat(evidence).isEmptyDirectory();
    }

    @Test
    void failsWhereThereIsNoSuchEnvironment() {
      var results = run(Samples.Passed.class, "embeded");

      assertThat(tests(results)).containsExactly("the drill: FAILED");
      assertThat(messages(results).get("the drill"))
          .contains("there is no environment 'embeded'", "embedded");
    }
  }

  @Test
  void isFoundByItsTag() {
    assertThat(run(Samples.Forgotten.class).allEvents().list())
        .anySatisfy(event -> assertThat(event.getTestDescriptor().getTags())
            .extracting(tag -> tag.getName())
            .contains("drill"));
  }

  @Test
  void takesTheEnvironmentFromASystemPropertyToo() {
    System.setProperty("sortie.environment", ends.toString());
    try {
      var results = EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(Samples.Passed.class))
          .enableImplicitConfigurationParameters(true)
          .configurationParameter("sortie.evidence", evidence.toString())
          .execute();

      assertThat(tests(results)).hasSize(5).allMatch(test -> test.endsWith("SUCCESSFUL"));
    } finally {
      System.clearProperty("sortie.environment");
    }
  }
}
