package eu.sortie.drill;

import eu.sortie.measure.Tariff;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Estate;
import eu.sortie.spi.Surroundings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a drill needs besides its scenario.
 *
 * @param place where the ends are
 * @param estate what an emulated source is filled with first; empty to take it as it is, which a live one always is
 * @param tariffs finds a price list by its name
 * @param evidence opens the folder a drill leaves
 * @param progress told how far it is
 * @param keep whether what was created at the destination stays there
 * @param limits how long it may take, and how long it waits
 * @param clock the wall clock, for dates only
 * @param nanos a clock that only goes forward, for all that is measured
 */
public record DrillSetup(
    Place place,
    Optional<Estate> estate,
    Function<String, Tariff> tariffs,
    Evidence evidence,
    Progress progress,
    boolean keep,
    Limits limits,
    InstantSource clock,
    LongSupplier nanos) {

  /** A drill at the given place that leaves its evidence there; nothing is planted, kept or shown. */
  public static DrillSetup at(Place place, Function<String, Tariff> tariffs, Evidence evidence) {
    return new DrillSetup(
        place,
        Optional.empty(),
        tariffs,
        evidence,
        Progress.NONE,
        false,
        Limits.USUAL,
        InstantSource.system(),
        System::nanoTime);
  }

  /** The same with an estate. */
  public DrillSetup with(Estate some) {
    return new DrillSetup(
        place, Optional.of(some), tariffs, evidence, progress, keep, limits, clock, nanos);
  }

  /** The same, watched. */
  public DrillSetup with(Progress watcher) {
    return new DrillSetup(place, estate, tariffs, evidence, watcher, keep, limits, clock, nanos);
  }

  /** The same, leaving at the destination what arrived there. */
  public DrillSetup keeping(boolean whatArrived) {
    return new DrillSetup(
        place, estate, tariffs, evidence, progress, whatArrived, limits, clock, nanos);
  }

  /** The same within other limits. */
  public DrillSetup within(Limits others) {
    return new DrillSetup(place, estate, tariffs, evidence, progress, keep, others, clock, nanos);
  }

  /** Where the ends of a drill are. */
  public sealed interface Place {

    /** Ends that are there already. */
    record There(Environment environment) implements Place {}

    /** Ends that are started for this drill, and go with it. */
    record Started(Surroundings surroundings) implements Place {}
  }

  /** Opens what a drill leaves. */
  public interface Evidence {

    /**
     * Opens a new folder for a drill.
     *
     * @throws eu.sortie.scenario.Misuse where nothing can be written there
     */
    Chronicle open(String drillId, Scenario scenario);
  }
}
