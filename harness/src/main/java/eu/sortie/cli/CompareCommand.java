package eu.sortie.cli;

import eu.sortie.evidence.Difference;
import eu.sortie.evidence.OutcomeFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what changed between two drills. */
@Command(
    name = "compare",
    description = "Says what got better, worse, slower or dearer between two drills.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The exit code is 0 where the two were compared, whatever came out, and 4 where they cannot be."
    })
final class CompareCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "OLDER",
      description = "Evidence folder of the earlier drill.")
  private Path older = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "NEWER",
      description = "Evidence folder of the later drill.")
  private Path newer = Path.of("");

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var difference = Difference.between(OutcomeFile.read(older), OutcomeFile.read(newer));
    console.say(difference.text());
    return difference.incomparable().isEmpty() ? Exit.PASSED : Exit.INCONCLUSIVE;
  }
}
