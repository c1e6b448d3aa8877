package eu.sortie.cli;

import eu.sortie.scenario.Misuse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
      SurveyCommand.class,
      GenerateCompletion.class
    },
    footerHeading = "%nExit codes%n",
    footer = {
      "  0  passed",
      "  1  a gate was breached",
      "  2  nothing ran",
      "  3  bad input",
      "  4  inconclusive",
      "",
      "Begin with: sortie drill photos-leave-s3"
    })
public final class Sortie implements Callable<Integer> {

  private final Console console;

  private Sortie(Console console) {
    this.console = console;
  }

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var console = Console.ofProcess();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> giveUp(failure, console));
    System.exit(commandLine(console).execute(arguments));
  }

  static CommandLine commandLine(Console console) {
    var ansi = console.coloursResults() ? Ansi.ON : Ansi.OFF;
    return new CommandLine(new Sortie(console), new Wiring(console))
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(ansi))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, console))
        .setParameterExceptionHandler((failure, arguments) -> explain(failure, console));
  }

  /** Without a command there is nothing to run, and whoever asked is told what there is. */
  @Override
  public Integer call() {
    commandLine(console).usage(console.err());
    return Exit.NOTHING_RAN;
  }

  /** What no command expected: out of memory, a library that is not there. */
  private static void giveUp(Throwable failure, Console console) {
    console.complain("gave up: " + fault(failure));
    Runtime.getRuntime().halt(Exit.INCONCLUSIVE);
  }

  private static int explain(Exception failure, Console console) {
    if (failure instanceof Misuse) {
      console.complain(String.valueOf(failure.getMessage()));
      return Exit.BAD_INPUT;
    }
    console.complain(
        failure instanceof UncheckedIOException
            ? String.valueOf(failure.getMessage())
            : fault(failure));
    return Exit.INCONCLUSIVE;
  }

  /** Enough for whoever repairs it to begin with, in one line. */
  private static String fault(Throwable failure) {
    var where = Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("eu.sortie."))
        .findFirst()
        .map(frame -> ", in " + frame)
        .orElse("");
    return "a fault of Sortie or of this machine, not of your input: %s%s"
        .formatted(failure, where);
  }

  private static int explain(ParameterException failure, Console console) {
    console.complain(String.valueOf(failure.getMessage()));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      var suggestions = new StringWriter();
      UnmatchedArgumentException.printSuggestions(unmatched, new PrintWriter(suggestions, true));
      suggestions.toString().lines().filter(line -> !line.isBlank()).forEach(console::note);
    }
    console.note(
        "Try '%s --help'.".formatted(failure.getCommandLine().getCommandSpec().qualifiedName()));
    return Exit.BAD_INPUT;
  }
}
