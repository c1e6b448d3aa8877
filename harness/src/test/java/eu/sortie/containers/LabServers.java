package eu.sortie.containers;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
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
    return new Running(container.end("europe"), () -> {
      if (container.remove()) {
        guard.ifPresent(Guard::close);
      }
    });
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
