package eu.sortie.junit;

import eu.sortie.cli.Places;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.Summary;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** The drill a method is given, remembering what it found. */
final class WatchedDrill implements Drill {

  private static final String USUAL_ENVIRONMENT = "embedded";
  private static final String USUAL_EVIDENCE = "target/drills";

  private final ExitDrill annotation;
  private final Function<String, Optional<String>> parameters;
  private final EvidenceFolders folders;
  private @Nullable Drill drill;
  private @Nullable Outcome outcome;

  private WatchedDrill(ExitDrill annotation, Function<String, Optional<String>> parameters) {
    this.annotation = annotation;
    this.parameters = parameters;
    this.folders = new EvidenceFolders(
        Path.of(parameters.apply(ExitDrillExtension.EVIDENCE).orElse(USUAL_EVIDENCE)));
  }

  static WatchedDrill of(ExitDrill annotation, Function<String, Optional<String>> parameters) {
    return new WatchedDrill(annotation, parameters);
  }

  /** Found only when a method asks for it, so that a wrong environment is a test that fails and says why. */
  private synchronized Drill drill() {
    if (drill == null) {
      var place =
          Places.find(parameters.apply(ExitDrillExtension.ENVIRONMENT).orElse(USUAL_ENVIRONMENT));
      drill = Drill.of(planted(DrillSetup.at(place, PriceBook::load, folders)));
    }
    return drill;
  }

  private DrillSetup planted(DrillSetup setup) {
    return annotation.estate() == NoEstate.class
        ? setup
        : setup.with(ReflectionSupport.newInstance(annotation.estate()));
  }

  @Override
  public String id() {
    return drill().id();
  }

  @Override
  public Outcome run(Scenario scenario) {
    var found = drill().run(scenario);
    outcome = found;
    return found;
  }

  @Override
  public void stop(String because) {
    drill().stop(because);
  }

  /** How its gates were judged; none where it did not run. */
  List<GateResult> gates() {
    return outcome == null ? List.of() : outcome.gates();
  }

  boolean hasRun() {
    return outcome != null;
  }

  boolean isInconclusive() {
    return outcome != null && outcome.verdict() instanceof Verdict.Inconclusive;
  }

  /** What a person reads when it did not pass. */
  String summary() {
    return outcome == null ? "" : Summary.of(outcome, folders.last());
  }
}
