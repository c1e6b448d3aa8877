package eu.sortie.ecs;

import eu.sortie.junit.LeftOut;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A moto of the lab with the sample API planted in it, for the tests of one class. */
public final class Moto implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

  private static final Path BIN =
      Path.of(System.getProperty("user.home"), ".cache", "sortie-lab", "venv", "bin");
  private static final Path PLANTER = Path.of("samples", "api", "plant.py");

  private int port;
  private Optional<Process> server = Optional.empty();

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** The end it is. */
  public End end() {
    return End.of(
        "aws",
        false,
        "ecs",
        Map.of(
            "region", "eu-west-3",
            "endpoint", endpoint(),
            "access-key", "reader",
            "secret-key", "reader"),
        Capabilities.UNSTATED);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return LeftOut.unlessThere(
        Files.isExecutable(BIN.resolve("moto_server"))
            ? Optional.empty()
            : Optional.of("there is no moto_server; .ci/lab/build builds it"),
        "only a server answers as ECS does, with the fields it fills in");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server =
        Optional.of(start("moto_server", List.of("-H", "127.0.0.1", "-p", String.valueOf(port))));
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answers);
    var planting = start("python", List.of(PLANTER.toString(), endpoint()));
    if (!planting.waitFor(2, TimeUnit.MINUTES) || planting.exitValue() != 0) {
      throw new IllegalStateException(
          "the sample was not planted; run %s by hand".formatted(PLANTER));
    }
  }

  /** Runs a few words of Python with the endpoint as their argument. */
  void change(String python) {
    try {
      var changing = start("python", List.of("-c", python, endpoint()));
      if (!changing.waitFor(1, TimeUnit.MINUTES) || changing.exitValue() != 0) {
        throw new IllegalStateException("failed: " + python);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Process start(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(BIN.resolve(program).toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    if (server.isPresent()) {
      server.get().destroy();
      server.get().waitFor(10, TimeUnit.SECONDS);
    }
  }
}
