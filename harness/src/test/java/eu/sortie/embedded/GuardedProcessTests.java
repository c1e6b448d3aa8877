package eu.sortie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "because the guard is a shell")
class GuardedProcessTests {

  @TempDir
  Path folder;

  private GuardedProcess start(String... command) throws IOException {
    return GuardedProcess.start(List.of(command), folder.resolve("log"));
  }

  @RepeatedTest(20)
  void isAliveFromItsFirstMoment() throws IOException {
    var process = start("sleep", "60");
    try {
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.kill();
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void isDeadWhenItFellOverByItself() throws IOException {
    var process = start("sh", "-c", "echo no such port; exit 1");
    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
      assertThat(process.lastWords()).isEqualTo("no such port");
    } finally {
      process.kill();
    }
  }

  @RepeatedTest(20)
  void leavesNothingThoughItIsKilledInItsFirstMoment() throws IOException {
    var mark = Integer.toString(100_000 + (int) (System.nanoTime() % 100_000));

    start("sleep", mark).kill();

    assertThat(ProcessHandle.allProcesses()
            .filter(process -> process.info().commandLine().orElse("").endsWith("sleep " + mark)))
        .isEmpty();
  }

  @Test
  void takesAllItStartedAlong() throws IOException {
    var process = start("sleep", "60");
    var guard = ProcessHandle.of(process.pid()).orElseThrow();
    await().until(() -> guard.descendants().count() == 2);
    var all = guard.descendants().toList();

    process.kill();

    await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }
}
