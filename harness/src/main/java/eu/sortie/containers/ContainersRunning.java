package eu.sortie.containers;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The containers of one environment, and the guard over them. */
final class ContainersRunning implements Surroundings.Running {

  private final String name;
  private final Map<String, ServerContainer> containers = new TreeMap<>();
  private Optional<Guard> guard = Optional.empty();
  private @Nullable Environment environment;

  private ContainersRunning(String name) {
    this.name = name;
  }

  /** Starts a server for each end, all of them or none. */
  static ContainersRunning start(
      String name, Map<String, Server> servers, String id, Consumer<Created> created)
      throws IOException {
    var running = new ContainersRunning(name);
    try {
      running.startAll(new TreeMap<>(servers), id, created);
      return running;
    } catch (IOException | RuntimeException failed) {
      running.close();
      throw failed;
    }
  }

  private void startAll(Map<String, Server> servers, String id, Consumer<Created> created)
      throws IOException {
    var names = servers.keySet().stream().map(end -> containerName(id, end)).toList();
    guard = Guard.over(names, Testcontainers.engine().toString());
    for (var entry : servers.entrySet()) {
      var end = entry.getKey();
      var container = containerName(id, end);
      created.accept(new Created(
          "this machine",
          "container %s, emulating '%s'; it ends with the drill%s"
              .formatted(
                  container,
                  end,
                  guard.isPresent() ? ", however that ends" : ", unless that is killed"),
          "docker rm -fv " + container));
      var one = new ServerContainer(container, entry.getValue());
      containers.put(end, one);
      one.start();
    }
    // All at once: the slowest decides how long it takes.
    for (var container : containers.values()) {
      container.await();
    }
    environment = environment(servers);
  }

  private Environment environment(Map<String, Server> servers) {
    List<End> ends = new ArrayList<>();
    servers.keySet().forEach(end -> ends.add(container(end).end(end)));
    return Environment.of(name, ends, Map.of("aws", "aws-eu-west-3", "europe", "ovh-gra"));
  }

  private static String containerName(String id, String end) {
    return "sortie-%s-%s".formatted(id, end);
  }

  private ServerContainer container(String end) {
    return Objects.requireNonNull(containers.get(end), end);
  }

  @Override
  public Environment environment() {
    return Objects.requireNonNull(environment);
  }

  @Override
  public void switchOff(String end) {
    container(end).kill();
  }

  @Override
  public void close() {
    Guard.remove(containers.values(), guard);
  }
}
