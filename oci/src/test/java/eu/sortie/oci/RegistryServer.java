package eu.sortie.oci;

import static org.awaitility.Awaitility.await;

import eu.sortie.junit.LeftOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real registry of the lab, for the tests of one class: a process with a folder of its own. */
final class RegistryServer implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

  private static final Path PROGRAM =
      Path.of(System.getProperty("user.home"), ".cache", "sortie-lab", "bin", "registry");

  private final boolean deletes;
  private Path folder = Path.of("");
  private Process process;
  private int port;

  private RegistryServer(boolean deletes) {
    this.deletes = deletes;
  }

  static RegistryServer thatDeletes() {
    return new RegistryServer(true);
  }

  static RegistryServer thatDeletesNothing() {
    return new RegistryServer(false);
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  /** Where it keeps what it was given. */
  Path storage() {
    return folder.resolve("data/docker/registry/v2");
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return LeftOut.unlessThere(
        Files.isExecutable(PROGRAM)
            ? Optional.empty()
            : Optional.of("there is no registry; .ci/lab/build builds it"),
        "only a real registry says what it takes, and what it gives back");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("sortie-registry");
    port = freePort();
    var config = folder.resolve("config.yml");
    Files.writeString(config, """
        version: 0.1
        log: {level: error, accesslog: {disabled: true}}
        storage:
          filesystem: {rootdirectory: %s}
          delete: {enabled: %s}
        http: {addr: %s, secret: lab}
        """.formatted(folder.resolve("data"), deletes, host()));
    process = new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    await("the registry").atMost(Duration.ofSeconds(60)).until(this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends it, as a provider ends a service. */
  void stop() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (process == null) {
      return;
    }
    stop();
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(RegistryServer::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
