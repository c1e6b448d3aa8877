package eu.sortie.cli;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.drill.Verdict;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.LossRow;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Profile;
import eu.sortie.scenario.Scenario;
import eu.sortie.survey.Observer;
import eu.sortie.survey.WatchedEstate;
import eu.sortie.yaml.CapabilityBook;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One drill from a planted source to the end that is tried; every loss is a result, so none is allowed and none is a fault. */
final class Probe {

  private final SurveyGround ground;
  private final Scenario scenario;
  private final WatchedEstate estate;
  private final EvidenceFolders folders;
  private @Nullable Outcome outcome;

  /**
   * Prepares a probe.
   *
   * @param found whose estate is planted, and whose selection leaves
   */
  Probe(SurveyGround ground, Found found, EvidenceFolders folders) {
    this.ground = ground;
    this.folders = folders;
    this.estate = new WatchedEstate(found
        .estate()
        .orElseThrow(() -> new Misuse(
            "--scenario: '%s' brings no estate, so there is nothing to try the destination with; name one that does, as in poison-leaves-s3"
                .formatted(found.scenario().name()))));
    this.scenario = Scenario.scenario("Survey of " + ground.destination().name())
        .from(ground.source().name())
        .to(ground.destination().name())
        .export(found.scenario().selection())
        .expect(new Gate.Keeps(List.of(ObjectTraits.CONTENT)));
  }

  void run(Progress progress, Consumer<Drill> watch) {
    var drill =
        Drill.of(DrillSetup.at(new Place.There(ground.environment()), PriceBook::load, folders)
            .with(estate)
            .with(progress));
    watch.accept(drill);
    outcome = drill.run(scenario);
  }

  /** Whether the comparison came to its end: before, no count says anything. */
  boolean isComplete() {
    return outcome().fidelity().items() > 0;
  }

  /** Why it did not. */
  String reason() {
    return outcome().verdict() instanceof Verdict.Inconclusive inconclusive
        ? inconclusive.reason()
        : String.join("; ", outcome().notCovered());
  }

  List<String> leftovers() {
    return outcome().leftovers().stream()
        .map(left -> "left over at '%s': %s, since %s; to remove: %s"
            .formatted(ground.destination().name(), left.what(), left.because(), left.wayOut()))
        .toList();
  }

  /**
   * Declared and observed, side by side.
   *
   * @param file where the profile goes: paths in it begin there
   */
  Profile profile(String name, String server, Path file) {
    var declared = ground.destination().capabilities();
    var drilled = outcome();
    return new Observer(
            drilled.fidelity(),
            drilled.cases(),
            declared,
            estate.planted(),
            LossRow.in(folders.last()))
        .profile(
            name,
            Observer.survey(drilled, server, estate.name()),
            CapabilityBook.declaredFrom(file, declared.name()));
  }

  private Outcome outcome() {
    return Objects.requireNonNull(outcome, "a probe is run first");
  }
}
