package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Estate;
import java.util.Optional;

/**
 * A scenario and what fills an emulated source for it.
 *
 * @param scenario as it was read
 * @param estate its own or the user's; empty to take the source as it is
 * @param ownFolder whether the estate is the user's
 */
record Found(Scenario scenario, Optional<Estate> estate, boolean ownFolder) {

  /**
   * Refuses, before anything is started, a scenario that the given ends are no ground for.
   *
   * @throws Misuse saying what is missing
   */
  void requireGround(Place place) {
    scenario.requireComplete();
    if (place instanceof Place.There there) {
      requireEnds(there);
    } else if (estate.isEmpty()) {
      throw new Misuse(
          "scenario '%s': the source of environment '%s' is empty when it starts, so nothing could leave. Name %sa file of ends that hold something, as in --environment ends.yaml"
              .formatted(
                  scenario.name(),
                  ((Place.Started) place).surroundings().name(),
                  // Files leave as objects, and as nothing else.
                  scenario.selection() instanceof ObjectSelection
                      ? "a folder to fill it with, as in --estate ~/photos, or "
                      : ""));
    }
  }

  private void requireEnds(Place.There there) {
    var source = there.environment().end(scenario.from());
    there.environment().end(scenario.to());
    if (ownFolder && source.live()) {
      throw new Misuse(
          "--estate: end '%s' is live, and nothing is ever planted at a live end. Leave --estate out, or set live: false if it is not the real thing"
              .formatted(source.name()));
    }
  }
}
