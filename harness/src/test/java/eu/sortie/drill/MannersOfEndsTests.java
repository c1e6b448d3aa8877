package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.measure.Stage;
import eu.sortie.spi.Manners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MannersOfEndsTests {

  @TempDir
  Path folder;

  private Rehearsal rehearsal;

  @BeforeEach
  void oneObject() {
    rehearsal = new Rehearsal(folder, "a");
  }

  private List<String> about(Stage stage) {
    return rehearsal.chronicle.entries.stream()
        .filter(entry -> entry.stage() == stage)
        .map(JournalEntry::what)
        .filter(what -> what.contains("'aws'") || what.contains("'europe'"))
        .toList();
  }

  @Test
  void areInTheJournalBeforeTheFirstStage() throws IOException {
    rehearsal.destination.manners =
        new Manners(List.of("bucket in the path", "region gra"), List.of());
    rehearsal.run(scenarioWith(keepsContent()));

    assertThat(about(null))
        .containsExactly("client settings of 'europe': bucket in the path, region gra");
  }

  @Test
  void saysWhatWasFoundOutUntilEverythingWasCleared() throws IOException {
    rehearsal.at(
        Stage.CLEAR,
        () -> rehearsal.destination.manners =
            new Manners(List.of(), List.of("objects are deleted one by one")));
    rehearsal.run(scenarioWith(keepsContent()));

    assertThat(about(Stage.CLEAR))
        .contains("found out about 'europe': objects are deleted one by one");
  }
}
