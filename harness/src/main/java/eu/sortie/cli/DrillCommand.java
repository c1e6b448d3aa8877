package eu.sortie.cli;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.evidence.Summary;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Estate;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios and leaves evidence. */
@Command(
    name = "drill",
    description = "Runs scenarios, gives a verdict and leaves evidence.",
    mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..*",
      description = "One that ships (see 'sortie scenarios'), or a file.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--environment",
      paramLabel = "embedded|FILE",
      defaultValue = "embedded",
      description = "Where the ends are. Default: ${DEFAULT-VALUE}, which needs no account.")
  private String environment = "embedded";

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      description = "Your own folder, loaded into the emulated source first.")
  private @Nullable Path estate;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      defaultValue = "drills",
      description = "Where evidence goes. Default: ${DEFAULT-VALUE}.")
  private Path evidence = Path.of("drills");

  @Option(names = "--keep", description = "Leaves at the destination what arrived there.")
  private boolean keep;

  @Option(names = "--json", description = "Prints the outcome as JSON instead of words.")
  private boolean json;

  DrillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (scenarios.isEmpty()) {
      console.complain(
          "nothing ran: name a scenario, as in 'sortie drill photos-leave-s3'; 'sortie scenarios' lists those that ship");
      return Exit.NOTHING_RAN;
    }
    var shelf = new Shelf();
    // All are found before any runs: a typo in the second must not cost the first an hour.
    var found = scenarios.stream()
        .map(name -> shelf.find(name, Optional.ofNullable(estate)))
        .toList();
    var place = Places.find(environment);
    int exit = Exit.PASSED;
    for (var one : found) {
      exit = Exit.worse(exit, run(one, place));
    }
    return exit;
  }

  private int run(Shelf.Found found, DrillSetup.Place place) {
    var folders = new EvidenceFolders(evidence);
    var outcome = outcome(found, place, folders);
    console.say(
        json
            ? OutcomeFile.write(outcome)
            : Summary.of(outcome, folders.last(), console.coloursResults()));
    return Exit.of(outcome.verdict());
  }

  private Outcome outcome(Shelf.Found found, DrillSetup.Place place, EvidenceFolders folders) {
    try (var progress = ShownProgress.on(console)) {
      var setup = DrillSetup.at(place, PriceBook::load, folders)
          .with((Progress) progress)
          .keeping(keep);
      var drill = Drill.of(planted(found).map(setup::with).orElse(setup));
      var interrupt = Interrupt.of(drill);
      try {
        return drill.run(found.scenario());
      } finally {
        interrupt.close();
      }
    }
  }

  private Optional<Estate> planted(Shelf.Found found) {
    if (estate != null && found.estate().isEmpty()) {
      throw new Misuse("--estate: scenario '%s' brings its own estate; leave --estate out"
          .formatted(found.scenario().name()));
    }
    return found.estate();
  }
}
