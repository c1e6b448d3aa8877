package eu.sortie.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child process that does not outlive us.
 *
 * <p>Where there is a shell, it stands between: it waits on a pipe from us and kills the child when the pipe breaks, so that even a
 * drill killed by SIGKILL leaves no server behind. It ignores the terminal's interrupt, so that Ctrl-C reaches us alone and we can
 * clear while the ends still answer.
 */
final class GuardedProcess {

  private static final Path SHELL = Path.of("/bin/sh");

  /** Waits for the child, so that one that falls over by itself is noticed; a second shell waits for us. */
  private static final String GUARD = """
      trap '' INT
      exec 3<&0
      "$@" </dev/null 3<&- & child=$!
      (read -r never <&3; kill -9 $child) & watch=$!
      exec 3<&-
      trap 'kill -9 $child $watch; exit' TERM
      wait $child
      kill -9 $watch
      """;

  private static final int LAST_WORDS = 2000;

  private final Process process;
  private final boolean guarded;
  private final Path log;

  private GuardedProcess(Process process, boolean guarded, Path log) {
    this.process = process;
    this.guarded = guarded;
    this.log = log;
  }

  static GuardedProcess start(List<String> command, Path log) throws IOException {
    var guarded = Files.isExecutable(SHELL);
    var words = new ArrayList<String>();
    if (guarded) {
      words.addAll(List.of(SHELL.toString(), "-c", GUARD, "sortie-guard"));
    }
    words.addAll(command);
    var output = new File(log.toString());
    return new GuardedProcess(
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start(),
        guarded,
        log);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Breaks the pipe, so that the guard kills the child even where it is only just starting it, and has seen it dead when it ends;
   * then whatever is left.
   */
  void kill() {
    breakPipe();
    if (guarded && endsInTime()) {
      return;
    }
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    endsInTime();
  }

  private void breakPipe() {
    try {
      process.getOutputStream().close();
    } catch (IOException brokenAlready) {
      // As it should be.
    }
  }

  private boolean endsInTime() {
    try {
      return process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** All it said so far; nothing where that cannot be read. */
  String words() {
    try {
      return Files.readString(log);
    } catch (IOException silent) {
      return "";
    }
  }

  String lastWords() {
    var words = words().strip();
    return words.isEmpty() ? "nothing" : words.substring(Math.max(0, words.length() - LAST_WORDS));
  }
}
