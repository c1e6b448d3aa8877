package eu.sortie.drill;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.PlantedCase;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Makes the ends ready, lets the stages run, and leaves evidence whatever happens. */
final class DrillRun implements Drill {

  private final DrillSetup setup;
  private final @Nullable Checkpoint last;
  private final String id;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final StopSign stopSign = new StopSign();

  /**
   * A run that has not begun.
   *
   * @param last what a process of this drill that died noted last; null of a new drill
   */
  DrillRun(DrillSetup setup, @Nullable Checkpoint last) {
    this.setup = setup;
    this.last = last;
    this.id = last == null ? newId() : last.begun().drill();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void stop(String because) {
    stopSign.raise(because);
  }

  @Override
  public Outcome run(Scenario scenario) {
    if (begun.getAndSet(true)) {
      throw new Misuse("drill %s has run already; a drill is one run, begin another".formatted(id));
    }
    scenario.requireComplete();
    var deadline = new Deadline(setup.limits().deadline(), stopSign);
    try (var chronicle = setup.evidence().open(id, scenario)) {
      try {
        return run(scenario, chronicle);
      } catch (Misuse misuse) {
        if (last == null) {
          chronicle.discard();
        }
        throw misuse;
      }
    } finally {
      deadline.lift();
    }
  }

  private Outcome run(Scenario scenario, Chronicle chronicle) {
    if (last != null) {
      return goOn(scenario, chronicle, last);
    }
    var journal = new Journal(chronicle, setup.clock(), setup.nanos(), Duration.ZERO);
    try (var ground = Ground.of(setup.place(), chronicle, setup.progress())) {
      var environment = ground.environment();
      chronicle.environment(environment);
      var pricing = new Pricing(environment, setup.tariffs());
      try (var ends = Ends.open(scenario, environment, id)) {
        // An estate is planted only once it is sure that the destination can take it.
        ends.destination().preflight();
        var cases = plant(scenario, environment);
        if (!stopSign.isRaised()) {
          ends.source().preflight();
        }
        var from =
            Checkpoint.of(Begun.first(id, ends, journal.now(), setup.keep(), ground.goes(), cases));
        return run(scenario, ground, ends, chronicle, journal, pricing, from);
      }
    } catch (IOException failed) {
      throw new Misuse("the drill could not begin: " + failed.getMessage(), failed);
    }
  }

  /** What was made sure of, planted and listed stays so; who goes on only has to find the ends again. */
  private Outcome goOn(Scenario scenario, Chronicle chronicle, Checkpoint from) {
    var journal = new Journal(chronicle, setup.clock(), setup.nanos(), from.elapsed());
    var environment = ((Place.There) setup.place()).environment();
    var pricing = new Pricing(environment, setup.tariffs());
    try (var ends = Ends.open(scenario, environment, id)) {
      from.begun().requireSame(ends);
      ends.sourceLine().goOnFrom(from.source(), from.violations());
      ends.destinationLine().goOnFrom(from.destination(), List.of());
      var ground = new Ground(environment, null);
      return run(scenario, ground, ends, chronicle, journal, pricing, from);
    } catch (IOException failed) {
      throw new Misuse(
          "the drill could not be resumed: %s. Nothing of it is lost; mend that and resume it again"
              .formatted(failed.getMessage()),
          failed);
    }
  }

  private Outcome run(
      Scenario scenario,
      Ground ground,
      Ends ends,
      Chronicle chronicle,
      Journal journal,
      Pricing pricing,
      Checkpoint from)
      throws IOException {
    return new Stages(
            setup,
            scenario,
            ground.environment(),
            ground,
            ends,
            pricing,
            new CaseBook(from.begun().cases()),
            chronicle,
            journal,
            stopSign,
            from)
        .run();
  }

  private List<PlantedCase> plant(Scenario scenario, Environment environment) throws IOException {
    // Planting may take a while: whoever stops a drill before it gets there does not wait for it.
    if (setup.estate().isEmpty() || stopSign.isRaised()) {
      return List.of();
    }
    var estate = setup.estate().get();
    var source = environment.end(scenario.from());
    if (source.live()) {
      // The same scenario runs in every environment, and a live source has an estate of its own.
      setup
          .progress()
          .preparing("'%s' is live: what it holds leaves, and no estate is planted"
              .formatted(source.name()));
      return List.of();
    }
    setup
        .progress()
        .preparing("planting estate '%s' at '%s'".formatted(estate.name(), source.name()));
    return estate.plant(source);
  }

  private static String newId() {
    var bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Where the drill takes place: ends that are there, or ends that are started and go again. */
  record Ground(Environment environment, Surroundings.@Nullable Running running)
      implements AutoCloseable {

    static Ground of(Place place, Chronicle chronicle, Progress progress) throws IOException {
      if (place instanceof Place.There there) {
        return new Ground(there.environment(), null);
      }
      var surroundings = ((Place.Started) place).surroundings();
      progress.preparing("starting environment '%s'".formatted(surroundings.name()));
      var running =
          surroundings.start(Path.of(System.getProperty("java.io.tmpdir")), chronicle::creating);
      return new Ground(running.environment(), running);
    }

    /** Whether the ends go with the drill, and everything on them. */
    boolean goes() {
      return running != null;
    }

    /** Switches an end off where it is ours to switch off; says what was done. */
    String cut(String end) throws IOException {
      if (running == null) {
        return "the clients of '%s' are closed; any later call is refused and recorded"
            .formatted(end);
      }
      running.switchOff(end);
      return "the server of '%s' was killed and its port refuses; its clients are closed"
          .formatted(end);
    }

    @Override
    public void close() {
      if (running != null) {
        running.close();
      }
    }
  }
}
