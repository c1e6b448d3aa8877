package eu.sortie.cli;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Limits;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.evidence.Summary;
import eu.sortie.evidence.Unfinished;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.Misuse;
import eu.sortie.yaml.PriceBook;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Of several scenarios none runs unless all can be read; the exit code is the worst of theirs.",
      "Ctrl-C ends the drill in order: it clears what it created and is inconclusive."
    })
final class DrillCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..*",
      completionCandidates = Shelf.Names.class,
      description = "One that ships (see 'sortie scenarios'), or a file.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--environment",
      paramLabel = "NAME|FILE",
      defaultValue = "embedded",
      description =
          "Where the ends are: embedded, containers, containers:versitygw, containers:minio, containers:minio-to-versitygw, containers:minio-to-minio or containers:versitygw-to-minio, which Sortie starts itself, or a file. Default: ${DEFAULT-VALUE}, which needs no account and no Docker.")
  private String environment = "embedded";

  @Option(
      names = "--estate",
      paramLabel = "DIR",
      description =
          "Your own folder, loaded into the emulated source first; for folder-leaves-s3 and scenarios of your own.")
  private @Nullable Path estate;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      defaultValue = "drills",
      description = "Where evidence goes. Default: ${DEFAULT-VALUE}.")
  private Path evidence = Path.of("drills");

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description =
          "Stops each drill after so long, as in '4h' or '90 min': it clears what it created and is inconclusive. Default: none.")
  private @Nullable String deadline;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      defaultValue = "30 min",
      description =
          "How long a drill stands still for credentials that expired and can be renewed where they are looked up; '0 s' ends it at once. Default: ${DEFAULT-VALUE}.")
  private String patience = "30 min";

  @Option(names = "--keep", description = "Leaves at the destination what arrived there.")
  private boolean keep;

  @Option(
      names = "--json",
      description = "Prints the outcome as JSON instead of words, one document a drill.")
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
    limits();
    var place = Places.find(environment, console.variables());
    var shelf = new Shelf();
    // All are looked at before any runs: a typo in the second must not cost the first an hour.
    var found = scenarios.stream()
        .map(name -> shelf.find(name, Optional.ofNullable(estate)))
        .toList();
    found.forEach(one -> one.requireGround(place));
    sayUnfinished();
    return runAll(found, place);
  }

  private int runAll(List<Found> found, Place place) {
    var interrupt = Interrupt.listen(console);
    int exit = Exit.PASSED;
    try {
      for (var one : found) {
        if (interrupt.isRaised()) {
          console.note("'%s' did not run".formatted(one.scenario().name()));
          exit = Exit.worse(exit, Exit.INCONCLUSIVE);
        } else {
          exit = Exit.worse(exit, run(one, place, interrupt));
        }
      }
      interrupt.end(exit);
      return exit;
    } catch (RuntimeException fault) {
      interrupt.end(Exit.INCONCLUSIVE);
      throw fault;
    }
  }

  /** One that cannot begin says so, and the others have their turn. */
  private int run(Found found, Place place, Interrupt interrupt) {
    var folders = new EvidenceFolders(evidence);
    try {
      var outcome = outcome(found, place, folders, interrupt);
      console.say(
          json
              ? OutcomeFile.write(outcome)
              : Summary.of(outcome, folders.last(), console.coloursResults()));
      return Exit.of(outcome.verdict());
    } catch (Misuse misuse) {
      console.complain(String.valueOf(misuse.getMessage()));
      return Exit.BAD_INPUT;
    } catch (UncheckedIOException unwritten) {
      console.complain("%s. 'sortie doctor' lists what is left at the ends and how to clear it"
          .formatted(unwritten.getMessage()));
      return Exit.INCONCLUSIVE;
    }
  }

  private Outcome outcome(Found found, Place place, EvidenceFolders folders, Interrupt interrupt) {
    try (var progress = ShownProgress.on(console)) {
      var setup = DrillSetup.at(place, PriceBook::load, folders)
          .with((Progress) progress)
          .keeping(keep)
          .within(limits());
      var drill = Drill.of(found.estate().map(setup::with).orElse(setup));
      interrupt.watch(drill);
      return drill.run(found.scenario());
    }
  }

  private Limits limits() {
    var limits = Limits.USUAL.waiting(time("--patience", patience));
    return deadline == null ? limits : limits.by(time("--deadline", deadline));
  }

  private static Duration time(String option, String written) {
    try {
      return Durations.parse(written);
    } catch (IllegalArgumentException | ArithmeticException notSuch) {
      throw new Misuse("%s: %s".formatted(option, notSuch.getMessage()), notSuch);
    }
  }

  private void sayUnfinished() {
    int unfinished = Unfinished.in(evidence).size();
    if (unfinished > 0) {
      console.note(
          "%d earlier drill%s in %s did not end, or still run%s: 'sortie doctor' lists what is left of them and how to clear it"
              .formatted(
                  unfinished, unfinished == 1 ? "" : "s", evidence, unfinished == 1 ? "s" : ""));
    }
  }
}
