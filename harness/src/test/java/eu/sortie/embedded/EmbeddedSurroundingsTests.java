package eu.sortie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedSurroundingsTests {

  private final String emulators = System.getProperty(Emulators.PROPERTY);
  private final List<Created> created = new ArrayList<>();

  @TempDir
  private Path folder;

  @AfterEach
  void putBack() {
    System.setProperty(Emulators.PROPERTY, emulators);
  }

  private Path emulatorsOf(String... jars) throws IOException {
    var some = Files.createDirectory(folder.resolve("emulators"));
    for (var jar : jars) {
      Files.writeString(some.resolve(jar), "no jar at all");
    }
    System.setProperty(Emulators.PROPERTY, some.toString());
    return some;
  }

  private void start() throws IOException {
    new EmbeddedSurroundings().start(folder, created::add).close();
  }

  @Test
  void saysWhichEmulatorIsMissingAndTheWayOut() throws IOException {
    var some = emulatorsOf("s3mock.jar");

    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(this::start)
        .withMessage(
            "environment 'embedded': s3proxy.jar is not in %s; build once with 'mvn package', or set -Dsortie.emulators to the folder that holds it",
            some);
    assertThat(created).isEmpty();
  }

  @Test
  void passesOnTheLastWordsOfAnEmulatorThatDoesNotStartAndLeavesNothing() throws IOException {
    emulatorsOf("s3mock.jar", "s3proxy.jar");

    assertThatIOException()
        .isThrownBy(this::start)
        .withMessageContaining("the emulator of 'aws' did not start; it said: Error: ");
    for (var one : created) {
      if (one.what().startsWith("folder ")) {
        assertThat(Path.of(one.what().substring(7))).doesNotExist();
      } else {
        var pid = Long.parseLong(one.what().split("[ ,]", -1)[1]);
        assertThat(ProcessHandle.of(pid)).isNotPresent();
      }
    }
    assertThat(created).hasSize(3);
  }
}
