package eu.sortie.containers;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

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
   * @param removal removes it
   */
  public record Running(End end, Runnable removal) implements AutoCloseable {
    @Override
    public void close() {
      removal.run();
    }
  }

  private LabServers() {}

  /** Why they cannot be started, where they cannot. */
  public static Optional<String> whyNot() {
    try {
      new FoundEngine()
          .require(
              "the lab",
              Stream.of("moto", "versitygw", "minio", "toxiproxy")
                  .map(Images::of)
                  .toList(),
              "");
      return Optional.empty();
    } catch (Misuse missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
  }

  /** Starts one and waits until it answers. */
  public static Running start(Which which) throws IOException {
    var name = "sortie-lab-%s-%s".formatted(which.server.program(), RandomId.next());
    var guard = Guard.over(List.of(name), Testcontainers.engine().toString());
    var container = new ServerContainer(name, which.server);
    container.start();
    container.await();
    return new Running(container.end("europe"), () -> Guard.remove(List.of(container), guard));
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
