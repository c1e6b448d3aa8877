package eu.sortie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Sortie as users run it: a process of its own, that can be interrupted and killed. */
final class SortieProcess implements AutoCloseable {

  private final Process process;
  private final Path out;
  private final Path err;

  private SortieProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts it.
   *
   * @param temporary where its temporary files go
   */
  static SortieProcess start(Path temporary, Object... arguments) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + temporary,
        "-Dsortie.emulators=" + System.getProperty("sortie.emulators", "target/emulators"),
        "-cp",
        System.getProperty("java.class.path"),
        Sortie.class.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    var out = Files.createTempFile("sortie-out", ".txt");
    var err = Files.createTempFile("sortie-err", ".txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(RealEnds.variables());
    return new SortieProcess(builder.start(), out, err);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** As {@code kill -9} does: nothing in the process learns of it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for its end. */
  Said end() throws IOException, InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; so far: " + Files.readString(err));
    }
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** What it said so far about its work. */
  String err() {
    try {
      return Files.readString(err);
    } catch (IOException unreadable) {
      return "";
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    out.toFile().delete();
    err.toFile().delete();
  }
}
