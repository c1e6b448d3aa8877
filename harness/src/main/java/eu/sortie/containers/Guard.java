package eu.sortie.containers;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process that removes containers when we are gone, so that even a drill killed by SIGKILL leaves none behind.
 *
 * <p>It waits on a pipe from us and calls Docker's command when the pipe breaks. Like the engine it needs nothing of Testcontainers,
 * whose own reaper would be one more image to fetch.
 */
final class Guard implements AutoCloseable {

  private static final Path SHELL = Path.of("/bin/sh");

  /** Twice, since the engine may still have been busy making one. Ctrl-C is for us: the drill still clears. */
  private static final String SCRIPT = """
      trap '' INT HUP
      read -r never
      docker rm -fv "$@"
      sleep 2
      docker rm -fv "$@"
      """;

  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  /** Watches over containers by name, before there are any; empty where this machine has no shell or no docker command. */
  static Optional<Guard> over(List<String> containers, String engine) throws IOException {
    if (!Files.isExecutable(SHELL) || !hasDocker()) {
      return Optional.empty();
    }
    var words = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "sortie-guard"));
    words.addAll(containers);
    var builder =
        new ProcessBuilder(words).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.environment().put("DOCKER_HOST", engine);
    return Optional.of(new Guard(builder.start()));
  }

  private static boolean hasDocker() {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker")));
  }

  /** Removes containers and ends the watch over them; one that does not go leaves it on, to try once more when we are gone. */
  static void remove(Collection<ServerContainer> containers, Optional<Guard> watch) {
    var left = containers.stream().filter(container -> !container.remove()).toList();
    if (left.isEmpty()) {
      watch.ifPresent(Guard::close);
    }
  }

  /** Ends the watch; nothing is removed. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
