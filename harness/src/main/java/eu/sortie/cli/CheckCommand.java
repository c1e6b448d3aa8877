package eu.sortie.cli;

import eu.sortie.drill.Protocols;
import eu.sortie.scenario.Misuse;
import eu.sortie.yaml.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads scenarios and environments, and runs nothing. */
@Command(
    name = "check",
    description = "Reads scenarios and environments, and runs nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario or environment files.")
  private List<Path> files = List.of();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exit = Exit.PASSED;
    for (var file : files) {
      exit = Math.max(exit, check(file));
    }
    return exit;
  }

  private int check(Path file) {
    try {
      console.say(file + ": " + read(file));
      return Exit.PASSED;
    } catch (Misuse misuse) {
      console.complain(String.valueOf(misuse.getMessage()));
      return Exit.BAD_INPUT;
    }
  }

  private static String read(Path file) {
    var document = Document.read(file, System::getenv);
    if (document instanceof Document.OfScenario of) {
      of.scenario().requireComplete();
      return "scenario '%s' with %d gates reads well"
          .formatted(of.scenario().name(), of.scenario().expect().size());
    }
    var environment = ((Document.OfEnvironment) document).environment();
    environment.ends().values().forEach(end -> Protocols.of(end).check(end));
    return "environment '%s' with %d ends reads well"
        .formatted(environment.name(), environment.ends().size());
  }
}
