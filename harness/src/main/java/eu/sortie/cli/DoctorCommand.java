package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Protocols;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.evidence.Unfinished;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether a drill could run, how clients have to be set, and what earlier drills left behind; changes nothing unasked. */
@Command(
    name = "doctor",
    description =
        "Says whether a drill could run, how clients have to be set, and what earlier drills left behind and how to clear it. Changes nothing, unless --try-writes asks for it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The exit code is 3 where something would keep a drill from running, else 0. What cannot be found out without changing something is unknown."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--environment",
      paramLabel = "NAME|FILE",
      description =
          "Also says of each end whether it can be reached, read and written, and how its clients have to be set. Without it only this machine is looked at.")
  private @Nullable String environment;

  @Option(
      names = "--try-writes",
      paramLabel = "END",
      description =
          "Also tries at this end of the environment which checksums, signatures and deletes it takes, in buckets of its own named sortie-doctor-ID that are removed again. Can be repeated. Name a destination, never the source.")
  private List<String> tryWrites = List.of();

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      defaultValue = "drills",
      description = "Where evidence is. Default: ${DEFAULT-VALUE}.")
  private Path evidence = Path.of("drills");

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (environment == null && !tryWrites.isEmpty()) {
      throw new Misuse("--try-writes names an end of an environment: add --environment FILE");
    }
    var place = environment == null ? null : Places.find(environment, console.variables());
    boolean well = examineMachine();
    if (place instanceof Place.There there) {
      well &= examine(there.environment(), true);
    } else if (place instanceof Place.Started started) {
      well &= examine(started.surroundings());
    } else {
      console.say("no end was looked at: name them with --environment NAME|FILE");
    }
    sayUnfinished();
    return well ? Exit.PASSED : Exit.BAD_INPUT;
  }

  private boolean examineMachine() {
    console.say("this machine");
    boolean well = say(List.of(
        new Finding(
            "java",
            Finding.Answer.YES,
            "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"))),
        new EvidenceFolders(evidence).examine()));
    for (var surroundings : Places.started()) {
      // Whoever drills at ends of his own needs none of these, so a no is told and not held against
      // him.
      var asked = Places.withVariants(surroundings)
          .filter(variant -> variant.name().equals(environment))
          .findFirst();
      boolean starts = say(asked.orElse(surroundings).examine());
      well &= starts || asked.isEmpty();
    }
    return well;
  }

  private boolean examine(Surroundings surroundings) {
    console.note("starting environment '%s'".formatted(surroundings.name()));
    try (var running = surroundings.start(
        Path.of(System.getProperty("java.io.tmpdir")), nothingToRemember -> {})) {
      var hook = new Thread(running::close, "sortie-doctor");
      Runtime.getRuntime().addShutdownHook(hook);
      boolean well = examine(running.environment(), false);
      Runtime.getRuntime().removeShutdownHook(hook);
      return well;
    } catch (IOException failed) {
      throw new Misuse(
          "environment '%s' does not start: %s".formatted(environment, failed.getMessage()),
          failed);
    }
  }

  private boolean examine(Environment where, boolean isOfFile) {
    var trials = new WriteTrials(console, tryWrites);
    trials.check(where);
    console.say("environment '%s'".formatted(where.name()));
    var tuned = new TunedEnds(where);
    boolean well = true;
    for (var end : where.ends().values()) {
      well &= examine(end) && tune(end, trials, tuned);
    }
    if (isOfFile && tuned.areTuned()) {
      console.say("what worked, as an environment file");
      tuned.file().lines().forEach(line -> console.say("    " + line));
    }
    return well;
  }

  private boolean examine(End end) {
    var protocol = Protocols.of(end);
    protocol.check(end);
    console.say("  %s (%s, %s)".formatted(end.name(), end.emulatedOrLive(), protocol.address(end)));
    return say(protocol.examine(end, Line.open(end.name())));
  }

  /** A no is a way that does not work here: what keeps a drill from running is that none does. */
  private boolean tune(End end, WriteTrials trials, TunedEnds tuned) {
    var trial = trials.at(end.name());
    var line = trial.isPresent() ? Line.open(end.name()) : Line.readOnly(end.name());
    var found = Protocols.of(end).tune(end, line, trial);
    say(found.findings());
    tuned.set(end, found.settings());
    return trial.isEmpty() || !found.settings().isEmpty();
  }

  private boolean say(List<Finding> findings) {
    findings.forEach(finding -> console.say(
        "    %-10s %-8s %s".formatted(finding.what(), finding.answer(), finding.detail())));
    return findings.stream().noneMatch(finding -> finding.answer() == Finding.Answer.NO);
  }

  private void sayUnfinished() {
    var unfinished = Unfinished.in(evidence);
    unfinished.forEach(one -> console.say(one.text().stripTrailing()));
    if (unfinished.isEmpty()) {
      console.say("no drill in %s was left unfinished".formatted(evidence));
    }
  }
}
