package eu.sortie.drill;

import eu.sortie.measure.Stage;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Line;
import eu.sortie.spi.PlantedCase;
import eu.sortie.yaml.PriceBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The stages of a drill between two ends in memory. */
final class Rehearsal implements Progress {

  /** What a test does when a stage begins. */
  interface Act {
    void act();
  }

  private final Map<Stage, Act> acts = new EnumMap<>(Stage.class);
  private final AtomicLong nanos = new AtomicLong();
  final Line sourceLine = Line.readOnly("aws");
  final Line destinationLine = Line.open("europe");
  final MemorySource source;
  final MemoryDestination destination = new MemoryDestination(destinationLine);
  final RecordingChronicle chronicle;
  final StopSign stopSign = new StopSign();
  private Limits limits = Limits.USUAL;
  final List<Stage> told = new ArrayList<>();
  final AtomicLong itemsTold = new AtomicLong();
  Capabilities capabilities = Capabilities.UNSTATED;
  List<PlantedCase> cases = List.of();
  Map<String, String> tariffs = Map.of();
  boolean keep;

  Rehearsal(Path folder, String... keys) {
    this.source = new MemorySource(sourceLine, MemoryObjects.of(keys));
    this.chronicle = new RecordingChronicle(folder);
  }

  Rehearsal within(Limits others) {
    limits = others;
    return this;
  }

  Rehearsal at(Stage stage, Act act) {
    acts.put(stage, act);
    return this;
  }

  Outcome run(Scenario scenario) throws IOException {
    var from = end("aws", "http://127.0.0.1:1", Capabilities.UNSTATED);
    var to = end("europe", "http://127.0.0.1:2", capabilities);
    var environment = Environment.of("memory", List.of(from, to), tariffs);
    // Each look at the clock is a second later.
    var setup = new DrillSetup(
        new DrillSetup.Place.There(environment),
        Optional.empty(),
        PriceBook::load,
        (id, any) -> chronicle,
        this,
        keep,
        limits,
        InstantSource.fixed(Instant.parse("2026-11-24T10:14:05Z")),
        () -> nanos.addAndGet(1_000_000_000));
    var ends = new Ends(from, to, source, sourceLine, destination, destinationLine);
    return new Stages(
            setup,
            scenario,
            environment,
            new DrillRun.Ground(environment, null),
            ends,
            new Pricing(environment, setup.tariffs()),
            new CaseBook(cases),
            chronicle,
            new Journal(chronicle, setup.clock(), setup.nanos(), Duration.ZERO),
            stopSign,
            Checkpoint.of(
                Begun.first("1a2b3c4d", ends, setup.clock().instant(), keep, false, cases)))
        .run();
  }

  private static End end(String name, String endpoint, Capabilities capabilities) {
    return End.of(name, false, "s3", Map.of("endpoint", endpoint), capabilities);
  }

  @Override
  public void preparing(String what) {}

  @Override
  public void stage(Stage stage, long items, long bytes) {
    told.add(stage);
    acts.getOrDefault(stage, () -> {}).act();
  }

  @Override
  public void item(long bytes) {
    itemsTold.incrementAndGet();
  }
}
