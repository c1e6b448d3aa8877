package eu.sortie.cli;

import eu.sortie.evidence.OutcomeFile;
import eu.sortie.evidence.ReportFile;
import eu.sortie.evidence.Summary;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders a stored outcome again; the evidence itself is never touched. */
@Command(
    name = "report",
    description = "Renders a stored outcome again.",
    mixinStandardHelpOptions = true,
    footer = {"", "The exit code is the one the drill ended with."})
final class ReportCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Evidence folder of a drill.")
  private Path folder = Path.of("");

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also writes the report there, as one self-contained page.")
  private @Nullable Path html;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var outcome = OutcomeFile.read(folder);
    console.say(Summary.of(outcome, folder, console.coloursResults()));
    if (html != null) {
      write(html, ReportFile.write(outcome));
    }
    return Exit.of(outcome.verdict());
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new Misuse(
          "--html: %s cannot be written: %s".formatted(file, failed.getMessage()), failed);
    }
  }
}
