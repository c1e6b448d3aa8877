package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.drill.Protocols;
import eu.sortie.evidence.Unfinished;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether a drill could run, and what earlier ones left behind; changes nothing. */
@Command(
    name = "doctor",
    description =
        "Says whether each end can be reached, read and written, and what earlier drills left behind. Changes nothing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--environment",
      paramLabel = "embedded|FILE",
      defaultValue = "embedded",
      description = "Where the ends are. Default: ${DEFAULT-VALUE}.")
  private String environment = "embedded";

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
    boolean well = examine(Places.find(environment));
    var unfinished = Unfinished.in(evidence);
    unfinished.forEach(one -> console.say(one.text()));
    if (unfinished.isEmpty()) {
      console.say("no drill in %s was left unfinished".formatted(evidence));
    }
    return well ? Exit.PASSED : Exit.INCONCLUSIVE;
  }

  private boolean examine(Place place) {
    if (place instanceof Place.There there) {
      return examine(there.environment());
    }
    try (var running = ((Place.Started) place)
        .surroundings()
        .start(Path.of(System.getProperty("java.io.tmpdir")), nothingToRemember -> {})) {
      return examine(running.environment());
    } catch (IOException failed) {
      throw new Misuse(
          "environment '%s' does not start: %s".formatted(environment, failed.getMessage()),
          failed);
    }
  }

  private boolean examine(Environment where) {
    console.say("environment '%s'".formatted(where.name()));
    boolean well = true;
    for (var end : where.ends().values()) {
      well &= examine(end);
    }
    return well;
  }

  private boolean examine(End end) {
    console.say("  %s (%s)".formatted(end.name(), end.emulatedOrLive()));
    boolean well = true;
    for (var finding : Protocols.of(end).examine(end, Line.open(end.name()))) {
      console.say("    %-6s %-8s %s".formatted(finding.what(), finding.answer(), finding.detail()));
      well &= finding.answer() != Finding.Answer.NO;
    }
    return well;
  }
}
