package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be gone on with says why, and stays as it is. */
class ResumeRefusalTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private HoldingLine line;
  private Path dead;

  @BeforeEach
  void killADrill() throws Exception {
    killAt("PUT /tiny-drill-[0-9a-f]+/c.txt");
  }

  private void killAt(String request) throws Exception {
    line = HoldingLine.before("europe", request);
    try (var drill = start()) {
      line.awaitRequest();
      dead = evidence();
      drill.kill();
    }
    line.release();
  }

  @AfterEach
  void removeWhatWasLeft() throws IOException {
    line.close();
    RealEnds.removeBuckets(RealEnds.destination(), "tiny-drill-");
  }

  private SortieProcess start() throws IOException {
    return SortieProcess.start(
        temporary,
        "drill",
        "--environment",
        RealEnds.file(folder, "europe", line),
        "--evidence",
        folder.resolve("drills"),
        Samples.tiny(folder));
  }

  private Path evidence() throws IOException {
    try (var folders = Files.list(folder.resolve("drills/tiny-leaves-s3"))) {
      return folders.max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private Said resume(Object... more) {
    var arguments =
        Stream.concat(Stream.of("drill", "--resume"), Stream.of(more)).toArray();
    return Said.with(RealEnds.variables(), arguments);
  }

  @Test
  void whatIsNoDrill() {
    assertThat(resume(folder).err())
        .contains("expected the folder of a drill that died")
        .contains("sortie doctor");
    assertThat(resume(folder).exit()).isEqualTo(Exit.BAD_INPUT);
  }

  @Test
  void aDrillThatHasEnded() {
    assertThat(resume(dead).exit()).isZero();

    assertThat(resume(dead).err()).contains("this drill has ended").contains("sortie report");
  }

  @Test
  void aDrillThatIsStillRunning() throws Exception {
    try (var second = HoldingLine.before("europe", "PUT /tiny-drill-[0-9a-f]+/a.txt");
        var drill = SortieProcess.start(
            temporary,
            "drill",
            "--environment",
            RealEnds.file(folder, "europe", second),
            "--evidence",
            folder.resolve("running"),
            Samples.tiny(folder))) {
      second.awaitRequest();
      try (var folders = Files.list(folder.resolve("running/tiny-leaves-s3"))) {
        var running = folders.findFirst().orElseThrow();

        assertThat(resume(running).err()).contains("this drill is still running");
      }
      second.release();
      assertThat(drill.end().exit()).isZero();
    }
  }

  @Test
  void anotherPlaceThanItBeganAt() {
    var elsewhere = RealEnds.file(folder);

    var said = resume(dead, "--environment", elsewhere);

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err())
        .contains("expected end 'europe' at " + line.endpoint())
        .contains("saw " + RealEnds.endpoint(RealEnds.destination()));
    assertThat(resume(dead).exit()).as("it can be resumed all the same").isZero();
  }

  @Test
  void aBucketThatIsGone() throws Exception {
    removeWhatWasLeft();
    killAt("GET /tiny-drill-[0-9a-f]+/c.txt");
    RealEnds.removeBuckets(RealEnds.destination(), "tiny-drill-");

    var said = resume(dead);

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err()).contains("is not there any more").contains("run the drill anew");
  }

  @Test
  void endsThatCannotBeFoundForWantOfASecret() {
    var said = Said.by("drill", "--resume", dead);

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err())
        .contains("the environment variable")
        .contains("is not set")
        .contains("--environment FILE");
  }

  @Test
  void endsThatWentWithItsProcess() throws IOException {
    changeNote("\"goes\":false", "\"goes\":true");

    // No secret is set: of ends that went none is needed.
    var said = Said.by("drill", "--resume", dead);

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err()).contains("its ends were started for it and went with it");
  }

  @Test
  void anotherSortieThanBeganIt() throws IOException {
    changeNote("\"sortie\":\"", "\"sortie\":\"9.");

    assertThat(resume(dead).err()).contains("expected Sortie 9.").contains("which began it");
  }

  private void changeNote(String from, String to) throws IOException {
    var note = dead.resolve("ledger/checkpoint.json");
    var text = Files.readString(note);
    assertThat(text).contains(from);
    Files.writeString(note, text.replace(from, to));
  }

  @Test
  void whateverElseIsNamed() {
    var said = resume(dead, "--keep", "photos-leave-s3");

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.err()).contains("leave out photos-leave-s3, --keep");
  }

  @Test
  void aNoteThatIsDamaged() throws IOException {
    Files.writeString(dead.resolve("ledger/checkpoint.json"), "{\"begun\": 7");

    assertThat(resume(dead).err()).contains("checkpoint.json").contains("Run the drill anew");
  }

  @Test
  void aDrillThatDiedBeforeAnythingMoved() throws IOException {
    Files.delete(dead.resolve("ledger/checkpoint.json"));

    assertThat(resume(dead).err()).contains("died before anything moved").contains("run it anew");
  }
}
