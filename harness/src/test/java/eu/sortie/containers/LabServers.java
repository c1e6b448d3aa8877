package eu.sortie.containers;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.HttpWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** Starts the lab's servers one by one, for tests. */
public final class LabServers {

  /** One of them. */
  @SuppressWarnings("ImmutableEnumChecker")
  public enum Which {
    MOTO(Server.MOTO),
    VERSITYGW(Server.VERSITYGW),
    MINIO(Server.MINIO);

    @SuppressWarnings("ImmutableEnumChecker") // because it is a constant of its own
    private final Server server;

    Which(Server server) {
      this.server = server;
    }
  }

  /**
   * A server that runs.
   *
   * @param end where it is, from here
   * @param inside where it is, from other containers
   * @param removal removes it
   */
  public record Running(End end, String inside, Runnable removal) implements AutoCloseable {
    @Override
    public void close() {
      removal.run();
    }
  }

  /** Toxiproxy, with ports for lines of its own. */
  public record Toxiproxy(String api, List<Integer> inside, List<Integer> outside, String host)
      implements AutoCloseable {
    @Override
    public void close() {
      // Its container goes with the JVM, through Testcontainers, and holds no data.
    }
  }

  private static final int TOXIPROXY_API = 8474;
  private static final List<Integer> TOXIPROXY_LINES = List.of(8666, 8667, 8668, 8669);

  private LabServers() {}

  /** Why they cannot be started, where they cannot. */
  public static Optional<String> whyNot() {
    var engine = new FoundEngine();
    try {
      if (engine.version().isEmpty()) {
        return Optional.of("no Docker engine answers");
      }
    } catch (Misuse unusable) {
      return Optional.of(String.valueOf(unusable.getMessage()));
    }
    var images =
        Stream.of("moto", "versitygw", "minio", "toxiproxy").map(Images::of).toList();
    var missing = engine.missing(images);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("the Docker engine has no image " + String.join(" and no image ", missing));
  }

  /** Starts one and waits until it answers. */
  public static Running start(Which which) throws IOException {
    var bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    var name =
        "sortie-lab-%s-%s".formatted(which.server.program(), HexFormat.of().formatHex(bytes));
    var guard = Guard.over(List.of(name), Testcontainers.engine().toString());
    var container = new ServerContainer(name, which.server);
    container.start();
    container.await();
    return new Running(container.end("europe"), container.inside(), () -> {
      if (container.remove()) {
        guard.ifPresent(Guard::close);
      }
    });
  }

  /** Starts Toxiproxy. */
  public static Toxiproxy startToxiproxy() {
    var ports = new ArrayList<>(TOXIPROXY_LINES);
    ports.add(TOXIPROXY_API);
    @SuppressWarnings("resource") // because Testcontainers removes it when the JVM ends
    var container = new GenericContainer<>(DockerImageName.parse(Images.of("toxiproxy")))
        .withImagePullPolicy(image -> false)
        .withExposedPorts(ports.toArray(Integer[]::new))
        .waitingFor(new HttpWaitStrategy()
            .forPort(TOXIPROXY_API)
            .forPath("/version")
            .withStartupTimeout(Duration.ofSeconds(30)));
    container.start();
    return new Toxiproxy(
        "http://%s:%d".formatted(container.getHost(), container.getMappedPort(TOXIPROXY_API)),
        TOXIPROXY_LINES,
        TOXIPROXY_LINES.stream().map(container::getMappedPort).toList(),
        container.getHost());
  }

  /** Whether there is a container of that name. */
  public static boolean isThere(String name) {
    return !DockerClientFactory.instance()
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withNameFilter(List.of(name))
        .exec()
        .isEmpty();
  }
}
