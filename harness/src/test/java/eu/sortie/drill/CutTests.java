package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.embedded.EmbeddedSurroundings;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import eu.sortie.spi.Estate;
import eu.sortie.spi.LineException;
import eu.sortie.spi.PlantedCase;
import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.yaml.PriceBook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedServers.class)
@Timeout(120)
class CutTests {

  private static final Pattern PROCESS = Pattern.compile("process (\\d+), emulating '(\\w+)'");

  @TempDir
  private Path folder;

  private static void plant(End source) {
    var hand = new ThirdHand(source);
    hand.createBucket("samples");
    hand.put("samples", "a.txt", Sample.bytes("a"), Map.of());
  }

  /** An estate of one object that also remembers where it was planted. */
  private static final class OneObject implements Estate {

    private End planted;

    @Override
    public String name() {
      return "one object";
    }

    @Override
    public List<PlantedCase> plant(End source) {
      planted = source;
      CutTests.plant(source);
      return List.of(new PlantedCase("T01", "One object.", List.of("a.txt"), ""));
    }

    private int port() {
      return URI.create(planted.settings().get("endpoint").value()).getPort();
    }
  }

  /** Does something when a stage begins. */
  private static final class At implements Progress {

    private final Map<Stage, Runnable> acts = new EnumMap<>(Stage.class);

    @Override
    public void stage(Stage stage, long items, long bytes) {
      acts.getOrDefault(stage, () -> {}).run();
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static List<ProcessHandle> processes(RecordingChronicle chronicle, String end) {
    var processes = new ArrayList<ProcessHandle>();
    for (var created : chronicle.created) {
      var process = PROCESS.matcher(created.what());
      if (process.lookingAt() && process.group(2).equals(end)) {
        var guard = ProcessHandle.of(Long.parseLong(process.group(1))).orElseThrow();
        processes.add(guard);
        guard.descendants().forEach(processes::add);
      }
    }
    return processes;
  }

  @Nested
  class WhereTheDrillStartedTheEnds {

    private RecordingChronicle chronicle;
    private final OneObject estate = new OneObject();
    private final At at = new At();

    @BeforeEach
    void open() {
      chronicle = new RecordingChronicle(folder);
    }

    private Outcome run(boolean keeping) {
      var setup = DrillSetup.at(
              new DrillSetup.Place.Started(new EmbeddedSurroundings()),
              PriceBook::load,
              (id, scenario) -> chronicle)
          .with(estate)
          .with(at)
          .keeping(keeping);
      return Drill.of(setup).run(scenarioWith(keepsContent()));
    }

    @Test
    void theSourcesServerIsDeadAndItsPortRefusesBeforeAnythingIsRestored() {
      var processes = new ArrayList<ProcessHandle>();
      at.acts.put(Stage.CUT, () -> {
        assertThat(answers(estate.port())).isTrue();
        processes.addAll(processes(chronicle, "aws"));
        // The server itself, and the two that keep it from outliving us.
        assertThat(processes).hasSize(3).allMatch(ProcessHandle::isAlive);
      });
      at.acts.put(Stage.RESTORE, () -> {
        assertThat(answers(estate.port())).isFalse();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
      });

      var outcome = run(false);

      assertThat(processes).isNotEmpty();
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
      assertThat(outcome.cases())
          .extracting(CaseResult::fate)
          .containsExactly(CaseResult.Fate.KEPT);
      assertThat(chronicle.words())
          .contains(
              "CUT the server of 'aws' was killed and its port refuses; its clients are closed");
    }

    @Test
    void nothingOutlivesTheDrillEvenWhereItIsAskedToBeKept() {
      var processes = new ArrayList<ProcessHandle>();
      at.acts.put(Stage.EXPORT, () -> {
        processes.addAll(processes(chronicle, "aws"));
        processes.addAll(processes(chronicle, "europe"));
      });

      var outcome = run(true);

      assertThat(outcome.kept())
          .singleElement()
          .satisfies(kept -> assertThat(kept).startsWith("nothing, although it was asked for"));
      assertThat(processes).hasSize(6).noneMatch(ProcessHandle::isAlive);
      assertThat(chronicle.created)
          .extracting(Created::what)
          .filteredOn(what -> what.startsWith("folder "))
          .hasSize(1)
          .allSatisfy(what -> assertThat(Path.of(what.substring(7))).doesNotExist());
    }
  }

  @Nested
  class WhereTheEndsWereThereBefore {

    @Test
    void aLaterCallIsRefusedAndRecordedThoughTheServerIsUp(EmbeddedServers.Pair servers)
        throws IOException {
      plant(servers.source());
      var scenario = scenarioWith(keepsContent());
      var environment =
          Environment.of("there", List.of(servers.source(), servers.destination()), Map.of());
      var chronicle = new RecordingChronicle(Files.createTempDirectory(folder, "drill"));
      var at = new At();
      var setup = DrillSetup.at(
              new DrillSetup.Place.There(environment),
              name -> {
                throw new IllegalStateException(name);
              },
              (id, any) -> chronicle)
          .with(at);
      try (var ends = Ends.open(scenario, environment, "1a2b3c4d")) {
        at.acts.put(Stage.RESTORE, () -> {
          assertThat(new ThirdHand(servers.source()).keys("samples")).contains("a.txt");
          assertThatExceptionOfType(LineException.class)
              .isThrownBy(() -> ends.source().read(Sample.item("a.txt")));
        });
        var journal = new Journal(chronicle, setup.clock(), setup.nanos(), Duration.ZERO);

        var outcome = new Stages(
                setup,
                scenario,
                environment,
                new DrillRun.Ground(environment, null),
                ends,
                new Pricing(environment, setup.tariffs()),
                new CaseBook(List.of()),
                chronicle,
                journal,
                new StopSign(),
                Checkpoint.of(Begun.first(
                    "1a2b3c4d", ends, setup.clock().instant(), false, false, List.of())))
            .run();

        assertThat(outcome.verdict())
            .isInstanceOfSatisfying(
                Verdict.Failed.class,
                failed -> assertThat(failed.breaches())
                    .singleElement()
                    .satisfies(
                        breach -> assertThat(breach.seen())
                            .startsWith(
                                "1 refused, the first: GetObject was called after 'aws' was cut off, by eu.sortie.drill.CutTests")));
        assertThat(outcome.leftovers()).isEmpty();
        assertThat(new ThirdHand(servers.destination()).hasBucket("samples-drill-1a2b3c4d"))
            .isFalse();
      }
    }
  }
}
