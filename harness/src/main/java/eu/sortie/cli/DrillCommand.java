package eu.sortie.cli;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Limits;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.evidence.DeadDrill;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.OutcomeFile;
import eu.sortie.evidence.Summary;
import eu.sortie.evidence.Unfinished;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.PriceBook;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Goes on with a drill whose process died, where it was: DIR is its folder in the evidence. What it finished is not done again. Its ends are those it began at, as it wrote them down or as --environment FILE says; ends that Sortie started went with it.")
  private @Nullable Path resume;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(
      names = "--json",
      description = "Prints the outcome as JSON instead of words, one document a drill.")
  private boolean json;

  DrillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    limits();
    if (resume != null) {
      return resume(resume);
    }
    if (scenarios.isEmpty()) {
      console.complain(
          "nothing ran: name a scenario, as in 'sortie drill photos-leave-s3'; 'sortie scenarios' lists those that ship");
      return Exit.NOTHING_RAN;
    }
    var place = Places.find(environment, console.variables());
    var shelf = new Shelf();
    // All are looked at before any runs: a typo in the second must not cost the first an hour.
    var found = scenarios.stream()
        .map(name -> shelf.find(name, Optional.ofNullable(estate)))
        .toList();
    found.forEach(one -> one.requireGround(place));
    sayUnfinished();
    return interruptibly(interrupt -> runAll(found, place, interrupt));
  }

  private int resume(Path folder) {
    requireAlone();
    var sealed = DeadDrill.sealed(folder);
    if (sealed.isPresent()) {
      return say(sealed.get(), folder);
    }
    var name = isGiven("--environment") ? Optional.of(environment) : Optional.<String>empty();
    var gone = Resume.of(DeadDrill.in(folder), name, console.variables());
    return interruptibly(interrupt -> run(
        () ->
            watched(progress -> gone.drill(progress, limits()), gone.dead().scenario(), interrupt),
        () -> folder));
  }

  /** A drill goes on as it was begun: whatever else is named would be ignored, or make it another one. */
  private void requireAlone() {
    var named = new ArrayList<String>(scenarios);
    Stream.of("--estate", "--evidence", "--keep").filter(this::isGiven).forEach(named::add);
    if (!named.isEmpty()) {
      throw new Misuse(
          "--resume goes on with a drill as it was begun; leave out %s, or run a new drill without --resume"
              .formatted(String.join(", ", named)));
    }
  }

  private boolean isGiven(String option) {
    return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
  }

  private int interruptibly(ToIntFunction<Interrupt> drills) {
    var interrupt = Interrupt.listen(console);
    try {
      int exit = drills.applyAsInt(interrupt);
      interrupt.end(exit);
      return exit;
    } catch (RuntimeException fault) {
      interrupt.end(Exit.INCONCLUSIVE);
      throw fault;
    }
  }

  private int runAll(List<Found> found, Place place, Interrupt interrupt) {
    int exit = Exit.PASSED;
    for (var one : found) {
      if (interrupt.isRaised()) {
        console.note("'%s' did not run".formatted(one.scenario().name()));
        exit = Exit.worse(exit, Exit.INCONCLUSIVE);
      } else {
        var folders = new EvidenceFolders(evidence);
        exit = Exit.worse(
            exit,
            run(
                () -> watched(
                    progress -> drill(one, place, folders, progress), one.scenario(), interrupt),
                folders::last));
      }
    }
    return exit;
  }

  /** One that cannot begin says so, and the others have their turn. */
  private int run(Supplier<Outcome> drill, Supplier<Path> folder) {
    try {
      return say(drill.get(), folder.get());
    } catch (Misuse misuse) {
      console.complain(String.valueOf(misuse.getMessage()));
      return Exit.BAD_INPUT;
    } catch (UncheckedIOException unwritten) {
      console.complain("%s. 'sortie doctor' lists what is left at the ends and how to clear it"
          .formatted(unwritten.getMessage()));
      return Exit.INCONCLUSIVE;
    }
  }

  private int say(Outcome outcome, Path folder) {
    console.say(
        json ? OutcomeFile.write(outcome) : Summary.of(outcome, folder, console.coloursResults()));
    return Exit.of(outcome.verdict());
  }

  private Drill drill(Found found, Place place, EvidenceFolders folders, Progress progress) {
    var setup = DrillSetup.at(place, PriceBook::load, folders)
        .with(progress)
        .keeping(keep)
        .within(limits());
    return Drill.of(found.estate().map(setup::with).orElse(setup));
  }

  private Outcome watched(Function<Progress, Drill> begun, Scenario scenario, Interrupt interrupt) {
    try (var progress = ShownProgress.on(console)) {
      var drill = begun.apply(progress);
      interrupt.watch(drill);
      return drill.run(scenario);
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
