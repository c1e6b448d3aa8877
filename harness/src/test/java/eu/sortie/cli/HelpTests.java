package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTests {

  static Stream<String> commands() {
    return Sortie.commandLine(Console.ofProcess()).getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void mentionsEveryOptionOfACommand(String command) {
    var help = Said.by(command, "--help");

    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    var spec =
        Sortie.commandLine(Console.ofProcess()).getSubcommands().get(command).getCommandSpec();
    assertThat(spec.options()).isNotEmpty();
    assertThat(spec.options())
        .allSatisfy(option ->
            assertThat(help.out()).contains(option.longestName()).contains(option.longestName()));
    assertThat(spec.positionalParameters())
        .allSatisfy(parameter -> assertThat(help.out()).contains(parameter.paramLabel()));
  }

  @Test
  void ofSortieMentionsEveryCommandAndExitCode() {
    var help = Said.by("--help");

    assertThat(help.exit()).isZero();
    assertThat(help.out())
        .contains(commands().toList())
        .contains("0  passed", "1  a gate", "2  nothing", "3  bad", "4  inconclusive");
  }

  @Test
  void isWhatWhoeverNamesNoCommandGets() {
    var help = Said.by();

    assertThat(help.exit()).isEqualTo(Exit.NOTHING_RAN);
    assertThat(help.out()).isEmpty();
    assertThat(help.err()).contains("drill", "doctor");
  }

  @Test
  void saysTheVersionOfSortieAndOfJava() {
    assertThat(Said.by("--version").out())
        .startsWith("sortie ")
        .contains("java " + Runtime.version());
  }

  @Test
  void hasACompletionForTheShellThatKnowsTheScenarios() {
    var completion = Said.by("generate-completion");

    assertThat(completion.exit()).isZero();
    assertThat(completion.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("--environment", "--estate", "--evidence", "--keep", "--json")
        .contains("sample-leaves-s3");
  }

  @Test
  void listsTheScenariosThatShip() {
    assertThat(Said.by("scenarios").out()).containsPattern("sample-leaves-s3 +Three items");
  }

  @Nested
  class WhenAWordIsUnknown {

    @ParameterizedTest
    @ValueSource(
        strings = {"drill --evidnce=x", "doctor --json", "check --environment=x y", "--keep"})
    void namesTheOptionAndTheHelp(String arguments) {
      var said = Said.by((Object[]) arguments.split(" "));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).contains("Unknown option", "--help'");
    }

    @Test
    void offersTheNearestOption() {
      assertThat(Said.by("drill", "--evidnce", "x").err()).contains("--evidence");
    }

    @Test
    void offersTheNearestCommand() {
      assertThat(Said.by("dril").err()).contains("drill");
    }

    @Test
    void saysWhereHelpIs() {
      assertThat(Said.by("report").err())
          .contains("Missing required parameter", "DIR", "Try 'sortie report --help'");
    }
  }
}
