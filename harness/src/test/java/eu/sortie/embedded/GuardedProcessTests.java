package eu.sortie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Created;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class GuardedProcessTests {

  @TempDir
  private Path folder;

  private GuardedProcess start(String... command) throws IOException {
    return GuardedProcess.start(List.of(command), folder.resolve("log"));
  }

  private static List<ProcessHandle> family(GuardedProcess process) {
    var guard = ProcessHandle.of(process.pid()).orElseThrow();
    Awaitility.await().until(() -> guard.descendants().findAny().isPresent());
    var family = new ArrayList<>(guard.descendants().toList());
    family.add(guard);
    return family;
  }

  private static void gone(List<ProcessHandle> processes) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }

  @RepeatedTest(20)
  void isAliveFromItsFirstMoment() throws IOException {
    var process = start("sleep", "600");
    try {
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.kill();
    }
  }

  @RepeatedTest(20)
  void leavesNothingWhereItIsKilledInItsFirstMoment() throws IOException {
    var mark = Long.toString(100_000 + System.nanoTime() % 100_000);

    start("sleep", mark).kill();

    assertThat(ProcessHandle.allProcesses()
            .map(process -> process.info().commandLine().orElse(""))
            .filter(command -> command.endsWith("sleep " + mark)))
        .isEmpty();
  }

  @Test
  void livesUntilItIsKilledAndTakesItsGuardAlong() throws IOException {
    var process = start("sleep", "600");
    var family = family(process);
    assertThat(process.isAlive()).isTrue();

    process.kill();

    assertThat(process.isAlive()).isFalse();
    gone(family);
  }

  /** By hand, the way evidence says. */
  @Test
  void isTakenAlongByAGuardThatIsKilled() throws IOException {
    var process = start("sleep", "600");
    var family = family(process);

    ProcessHandle.of(process.pid()).orElseThrow().destroy();

    gone(family);
  }

  @Test
  void isNotAliveOnceItFellOver() throws IOException {
    var process = start("sh", "-c", "echo I fell over; exit 3");

    Awaitility.await().until(() -> !process.isAlive());
    assertThat(process.lastWords()).isEqualTo("I fell over");
    process.kill();
  }

  @Test
  void saysNoMoreThanTheEndOfALongSpeech() throws IOException {
    var process = start("sh", "-c", "for i in $(seq 1 5000); do echo line $i; done");

    Awaitility.await().until(() -> !process.isAlive());
    assertThat(process.lastWords()).hasSizeLessThanOrEqualTo(2000).endsWith("line 5000");
    process.kill();
  }

  @Test
  void serversDoNotOutliveADrillThatIsKilledTheHardWay() throws Exception {
    var pids = folder.resolve("pids");
    var drill = new ProcessBuilder(
            Java.executable(),
            "-cp",
            System.getProperty("java.class.path"),
            "-D" + Emulators.PROPERTY + "=" + System.getProperty(Emulators.PROPERTY),
            StartsAndWaits.class.getName(),
            folder.toString(),
            pids.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("drill.log").toFile())
        .start();
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(pids) || !drill.isAlive());
      assertThat(pids).as(Files.readString(folder.resolve("drill.log"))).exists();
      var servers = drill.descendants().toList();
      // A guard, its watch and a server for each end.
      assertThat(servers).hasSize(6).allMatch(ProcessHandle::isAlive);

      drill.destroyForcibly();

      assertThat(drill.waitFor(10, TimeUnit.SECONDS)).isTrue();
      gone(servers);
    } finally {
      drill.descendants().forEach(ProcessHandle::destroyForcibly);
      drill.destroyForcibly();
    }
  }

  /** A drill that has started its environment and does not come to its end. */
  static final class StartsAndWaits {

    private StartsAndWaits() {}

    public static void main(String[] arguments) throws Exception {
      var created = new ArrayList<Created>();
      var running = new EmbeddedSurroundings().start(Path.of(arguments[0]), created::add);
      Files.writeString(Path.of(arguments[1] + ".new"), created.toString());
      Files.move(Path.of(arguments[1] + ".new"), Path.of(arguments[1]));
      Thread.currentThread().join();
      running.close();
    }
  }
}
