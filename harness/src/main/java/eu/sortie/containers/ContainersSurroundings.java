package eu.sortie.containers;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The environment {@code containers}: moto as {@code aws}, a real storage server as {@code europe}, each in a container the cut can
 * kill.
 *
 * <p>It comes as {@code containers:versitygw}, which it is unless said otherwise, and as {@code containers:minio}.
 */
public final class ContainersSurroundings implements Surroundings {

  private static final String NAME = "containers";
  private static final Server SOURCE = Server.MOTO;
  private static final List<Server> DESTINATIONS = List.of(Server.VERSITYGW, Server.MINIO);

  private final String name;
  private final Server destination;
  private final Engine engine;

  /** The usual one. */
  public ContainersSurroundings() {
    this(new FoundEngine());
  }

  ContainersSurroundings(Engine engine) {
    this(NAME, DESTINATIONS.get(0), engine);
  }

  private ContainersSurroundings(String name, Server destination, Engine engine) {
    this.name = name;
    this.destination = destination;
    this.engine = engine;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Surroundings> variants() {
    return DESTINATIONS.stream()
        .<Surroundings>map(
            server -> new ContainersSurroundings(NAME + ":" + server.program(), server, engine))
        .toList();
  }

  @Override
  public List<Finding> examine() {
    try {
      var version = requireReady();
      return List.of(new Finding(
          NAME,
          Finding.Answer.YES,
          "can be started: Docker %s, %s as 'aws', %s as 'europe'"
              .formatted(version, SOURCE.image(), destination.image())));
    } catch (Misuse missing) {
      return List.of(new Finding(NAME, Finding.Answer.NO, String.valueOf(missing.getMessage())));
    }
  }

  @Override
  public Running start(Path folder, Consumer<Created> created) throws IOException {
    requireReady();
    return ContainersRunning.start(
        name, Map.of("aws", SOURCE, "europe", destination), newId(), created);
  }

  /** The engine's version, where it could start everything at once. */
  private String requireReady() {
    return engine.require(
        "environment '%s'".formatted(name),
        List.of(SOURCE.image(), destination.image()),
        "Environment 'embedded' needs none");
  }

  private static String newId() {
    var bytes = new byte[4];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
