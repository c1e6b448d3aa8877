package eu.sortie.k8s;

import eu.sortie.junit.LeftOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real API server over a real etcd, of the lab, for the tests of one class; nothing runs the pods of it. */
final class ApiServer implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

  private static final Path LAB = Path.of("..", ".ci", "lab").toAbsolutePath().normalize();
  static final Path BIN = Path.of(System.getProperty("user.home"), ".cache", "sortie-lab", "bin");

  private final String name;
  private final int port;
  private Path kubeconfig = Path.of("");

  ApiServer(String name, int port) {
    this.name = name;
    this.port = port;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var missing = Files.isExecutable(BIN.resolve("kube-apiserver"))
        ? Optional.<String>empty()
        : Optional.of("there is no kube-apiserver; .ci/lab/build-kube builds one");
    return LeftOut.unlessThere(
        missing, "only a real API server fills in defaults and says who owns which field");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    kubeconfig = Path.of(
        run("", List.of(LAB.resolve("kube-up").toString(), name, String.valueOf(port), "api"))
            .strip());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    run("", List.of(LAB.resolve("kube-down").toString(), name));
  }

  /** Runs kubectl, with a document to read from its standard input. */
  String kubectl(String input, String... arguments) {
    var command = new ArrayList<>(
        List.of(BIN.resolve("kubectl").toString(), "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    return run(input, command);
  }

  private static String run(String input, List<String> command) {
    try {
      var errors = Files.createTempFile("sortie-k8s", ".err");
      var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (var to = process.outputWriter()) {
        to.write(input);
      }
      var output = new String(
          process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(errors));
      }
      Files.delete(errors);
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
