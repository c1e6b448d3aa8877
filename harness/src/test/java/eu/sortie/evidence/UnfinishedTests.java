package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Created;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTests {

  private static final Created BUCKET = new Created("europe", "bucket a", "remove bucket a");
  private static final Created STORE = new Created("europe", "bucket b", "remove bucket b");

  @TempDir
  Path drills;

  private EvidenceFolder begin() {
    return EvidenceFolder.create(drills, "photos", Outcomes.STARTED, Map.of());
  }

  @Test
  void isNotADrillThatEnded() {
    try (var folder = begin()) {
      folder.outcome(Outcomes.passed());
    }

    assertThat(Unfinished.in(drills)).isEmpty();
  }

  @Test
  void listsWhatADeadDrillCreatedNewestFirst() {
    var folder = begin();
    folder.creating(BUCKET);
    folder.creating(STORE);
    folder.close();

    assertThat(Unfinished.in(drills)).singleElement().satisfies(found -> {
      assertThat(found.folder().toRealPath()).isEqualTo(folder.folder().toRealPath());
      assertThat(found.created()).containsExactly(STORE, BUCKET);
      assertThat(found.torn()).isFalse();
      assertThat(found.text())
          .contains("at europe: bucket b\n    to remove: remove bucket b")
          .doesNotContain("torn");
    });
  }

  @Test
  void readsPastALineThatWasTorn() throws IOException {
    var folder = begin();
    folder.creating(BUCKET);
    folder.close();
    Files.writeString(
        folder.folder().resolve("created.jsonl"), "{\"end\":\"eur", StandardOpenOption.APPEND);

    assertThat(Unfinished.in(drills)).singleElement().satisfies(found -> {
      assertThat(found.created()).containsExactly(BUCKET);
      assertThat(found.text()).contains("torn");
    });
  }

  @Test
  void saysWhereNothingWasCreated() {
    begin().close();

    assertThat(Unfinished.in(drills).get(0).text()).contains("had not created anything");
  }

  @Test
  void isNoneWhereThereIsNoFolderOfDrills() {
    assertThat(Unfinished.in(drills.resolve("nowhere"))).isEmpty();
  }
}
