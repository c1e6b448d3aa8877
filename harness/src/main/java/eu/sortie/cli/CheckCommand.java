package eu.sortie.cli;

import eu.sortie.drill.Protocols;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.EnvironmentFile;
import eu.sortie.yaml.FileKind;
import eu.sortie.yaml.ScenarioFile;
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

  private String read(Path file) {
    return switch (FileKind.of(file)) {
      case SCENARIO -> scenario(ScenarioFile.read(file));
      case ENVIRONMENT -> environment(EnvironmentFile.read(file, console.variables()));
    };
  }

  private static String scenario(Scenario scenario) {
    scenario.requireComplete();
    return "scenario '%s' with %s reads well"
        .formatted(scenario.name(), counted(scenario.expect().size(), "gate"));
  }

  private static String environment(Environment environment) {
    environment.ends().values().forEach(end -> Protocols.of(end).check(end));
    return "environment '%s' with %s reads well"
        .formatted(environment.name(), counted(environment.ends().size(), "end"));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
