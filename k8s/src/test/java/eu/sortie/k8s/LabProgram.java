package eu.sortie.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The programs and scripts of the lab. */
final class LabProgram {

  static final Path LAB = Path.of("..", ".ci", "lab").toAbsolutePath().normalize();
  static final Path BIN = Path.of(System.getProperty("user.home"), ".cache", "sortie-lab", "bin");

  private LabProgram() {}

  /** Why a program cannot be started; empty where it can. */
  static Optional<String> whyNotThere(String program) {
    return Files.isExecutable(BIN.resolve(program))
        ? Optional.empty()
        : Optional.of("there is no %s; .ci/lab/build-kube builds it".formatted(program));
  }

  /** Runs a program with something to read from its standard input; gives what it wrote to its standard output. */
  static String run(String input, List<String> command) {
    try {
      var errors = Files.createTempFile("sortie-k8s", ".err");
      var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (var to = process.outputWriter()) {
        to.write(input);
      }
      var output = new String(
          process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
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
