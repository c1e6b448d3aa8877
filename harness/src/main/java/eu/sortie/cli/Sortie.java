package eu.sortie.cli;

import eu.sortie.scenario.Misuse;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Rehearses leaving a cloud provider and proves what came out. */
@Command(
    name = "sortie",
    description = "Rehearses leaving a cloud provider and proves what came out.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    subcommands = {
      DrillCommand.class,
      ScenariosCommand.class,
      CheckCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      DoctorCommand.class,
      GenerateCompletion.class
    },
    footerHeading = "%nExit codes%n",
    footer = {
      "  0  passed",
      "  1  a gate was breached",
      "  2  nothing ran",
      "  3  bad input",
      "  4  inconclusive"
    })
public final class Sortie implements Runnable {

  private Sortie() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var console = new Console();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> giveUp(failure, console));
    System.exit(commandLine(console).execute(arguments));
  }

  static CommandLine commandLine(Console console) {
    var commandLine = new CommandLine(new Sortie(), new Wiring(console));
    commandLine.setExecutionExceptionHandler(
        (failure, command, parsed) -> explain(failure, console));
    commandLine.setParameterExceptionHandler((failure, arguments) -> explain(failure, console));
    return commandLine;
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** What no command expected: out of memory, a library that is not there. */
  private static void giveUp(Throwable failure, Console console) {
    console.complain("gave up: " + failure);
    Runtime.getRuntime().halt(Exit.INCONCLUSIVE);
  }

  private static int explain(Exception failure, Console console) {
    if (failure instanceof Misuse) {
      console.complain(String.valueOf(failure.getMessage()));
      return Exit.BAD_INPUT;
    }
    console.complain(
        "%s stopped it: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage()));
    return Exit.INCONCLUSIVE;
  }

  private static int explain(ParameterException failure, Console console) {
    console.complain(String.valueOf(failure.getMessage()));
    var help = failure.getCommandLine().getCommandName();
    console.note(
        help.equals("sortie") ? "Try 'sortie --help'." : "Try 'sortie %s --help'.".formatted(help));
    return Exit.BAD_INPUT;
  }
}
