package eu.sortie.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the scenarios that ship. */
@Command(
    name = "scenarios",
    description = "Lists the scenarios that ship.",
    mixinStandardHelpOptions = true)
final class ScenariosCommand implements Callable<Integer> {

  private final Console console;

  ScenariosCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (var published : new Shelf().published()) {
      console.say("%-20s  %s".formatted(published.name(), published.summary()));
    }
    return Exit.PASSED;
  }
}
