package eu.sortie.embedded;

import eu.sortie.spi.Created;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/** The processes of one embedded environment, and the folder they keep their data in. */
final class EmbeddedEnds implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Path data;
  private final Map<String, GuardedProcess> processes = new LinkedHashMap<>();
  private final Map<String, Emulator> emulators = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();

  EmbeddedEnds(Path data) {
    this.data = data;
  }

  void start(String end, Consumer<Created> created, Emulator emulator) throws IOException {
    var process = GuardedProcess.start(emulator.command(), data.resolve(end + ".log"));
    processes.put(end, process);
    emulators.put(end, emulator);
    // By the folder, which is this drill's alone: the number may be another process's by the time
    // somebody clears up.
    created.accept(new Created(
        "this machine",
        "process %d, emulating '%s'; it ends with the drill, however that ends"
            .formatted(process.pid(), end),
        "pkill -9 -f " + data));
  }

  int port(String end) {
    return Objects.requireNonNull(ports.get(end), end);
  }

  /**
   * Waits until each has said which port it took.
   *
   * <p>A port that we chose for it could be somebody else's by the time it gets there, and whoever answers on it would be taken for the
   * end; so the system chooses, and only the emulator's own word counts.
   */
  void await() throws IOException {
    for (var end : processes.keySet()) {
      ports.put(end, awaitPort(end));
    }
  }

  /** Kills a process and waits until its port refuses: only then is the source gone. */
  void kill(String end) {
    Objects.requireNonNull(processes.get(end), end).kill();
    patiently("nobody to answer on port %d any more, since the process of '%s' was killed"
            .formatted(port(end), end))
        .until(() -> !answers(port(end)));
  }

  @Override
  public void close() {
    var all = new ArrayList<>(processes.values());
    Collections.reverse(all);
    all.forEach(GuardedProcess::kill);
    remove(data);
  }

  private int awaitPort(String end) throws IOException {
    var process = Objects.requireNonNull(processes.get(end), end);
    var emulator = Objects.requireNonNull(emulators.get(end), end);
    try {
      patiently("the emulator of '%s' to say which port it took".formatted(end))
          .until(() -> emulator.port(process.words()).isPresent() || !process.isAlive());
    } catch (ConditionTimeoutException never) {
      throw new IOException(never.getMessage() + "; it said: " + process.lastWords(), never);
    }
    if (!process.isAlive()) {
      throw new IOException(
          "the emulator of '%s' did not start; it said: %s".formatted(end, process.lastWords()));
    }
    return emulator.port(process.words()).orElseThrow();
  }

  private static ConditionFactory patiently(String what) {
    return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(PAUSE).atMost(PATIENCE);
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void remove(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException leftToTheSystem) {
      // It is a folder among temporary ones, and evidence names it.
    }
  }
}
