package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of its own for each drill, made of memory: only who may mount one can run these. */
class FullDiskTests {

  @TempDir
  Path folder;

  @TempDir
  Path temporary;

  private Path disk;

  @BeforeEach
  void makeADisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", disk.toString()),
        "because only root mounts a disk, and only some machines let him");
  }

  @AfterEach
  void removeTheDisk() throws Exception {
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private void fill(long leaving) throws IOException {
    try (var out = new FileOutputStream(disk.resolve("filler").toFile())) {
      var block = new byte[4096];
      while (disk.toFile().getUsableSpace() > leaving) {
        out.write(block);
      }
    }
  }

  @Test
  void thatIsTooFullBeforehandIsBadInput() throws Exception {
    fill(32 * 1024 * 1024);
    var before = Traces.now(temporary);

    var said = Said.with(
        RealEnds.variables(),
        "drill",
        "--environment",
        RealEnds.file(folder),
        "--evidence",
        disk.resolve("drills"),
        Samples.tiny(folder));

    assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
    assertThat(said.complaint())
        .contains("evidence: expected at least 64.0 MiB of free disk, saw 3", "Free some");
    assertThat(disk.resolve("drills")).doesNotExist();
    assertThat(Traces.now(temporary)).isEqualTo(before);
  }

  @Test
  void thatFillsUpMeanwhileIsInconclusiveAndTheDoctorSaysWhatIsLeft() throws Exception {
    Said said;
    try (var line = HoldingLine.before("europe", "PUT /tiny-drill-[0-9a-f]+/b.txt")) {
      var ends = RealEnds.file(folder, "europe", line);
      try (var drill = SortieProcess.start(
          temporary,
          "drill",
          "--environment",
          ends,
          "--evidence",
          disk.resolve("drills"),
          Samples.tiny(folder))) {
        line.awaitRequest();
        fill(0);
        line.release();
        said = drill.end();
      }
    }

    // What was written stands in the ledger, and that is on the disk that is full.
    var left = RealEnds.buckets(RealEnds.destination());
    RealEnds.removeBuckets(RealEnds.destination(), "tiny-drill-");
    assertThat(said.exit()).as(said.err()).isEqualTo(Exit.INCONCLUSIVE);
    assertThat(said.complaint())
        .contains("No space left on device", "stays marked INCOMPLETE", "sortie doctor");
    assertThat(said.err()).as("the drill went on to clear").contains("clear");
    assertThat(temporary).isEmptyDirectory();
    assertThat(Said.by("doctor", "--evidence", disk.resolve("drills")).out())
        .contains("has not ended", "to remove: ")
        .contains(left);
  }
}
