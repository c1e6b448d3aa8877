package eu.sortie.containers;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The environment {@code containers}: a source as {@code aws}, a real storage server as {@code europe}, each in a container the cut
 * can kill.
 *
 * <p>The source is moto unless the variant names another, as in {@code containers:minio-to-versitygw}: moto knows more of AWS, MinIO
 * shows more of a history, Versity gateway keeps what the other two will not. The usual variant is {@code containers:versitygw}.
 */
public final class ContainersSurroundings implements Surroundings {

  private static final String NAME = "containers";

  /** The variants, the usual one first. */
  private static final List<Move> MOVES = List.of(
      new Move(Server.MOTO, Server.VERSITYGW),
      new Move(Server.MOTO, Server.MINIO),
      new Move(Server.MINIO, Server.VERSITYGW),
      new Move(Server.MINIO, Server.MINIO),
      new Move(Server.VERSITYGW, Server.MINIO));

  private final String name;
  private final Move move;
  private final Engine engine;

  /** The usual one. */
  public ContainersSurroundings() {
    this(new FoundEngine());
  }

  ContainersSurroundings(Engine engine) {
    this(NAME, MOVES.get(0), engine);
  }

  private ContainersSurroundings(String name, Move move, Engine engine) {
    this.name = name;
    this.move = move;
    this.engine = engine;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Surroundings> variants() {
    return MOVES.stream()
        .<Surroundings>map(
            each -> new ContainersSurroundings(NAME + ":" + each.variant(), each, engine))
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
              .formatted(version, move.source().image(), move.destination().image())));
    } catch (Misuse missing) {
      return List.of(new Finding(NAME, Finding.Answer.NO, String.valueOf(missing.getMessage())));
    }
  }

  @Override
  public Running start(Path folder, Consumer<Created> created) throws IOException {
    requireReady();
    return ContainersRunning.start(
        name, Map.of("aws", move.source(), "europe", move.destination()), RandomId.next(), created);
  }

  /** The engine's version, where it could start everything at once. */
  private String requireReady() {
    return engine.require(
        "environment '%s'".formatted(name), move.images(), "Environment 'embedded' needs none");
  }

  /**
   * From which server to which.
   *
   * @param source plays AWS
   * @param destination is moved to
   */
  private record Move(Server source, Server destination) {

    String variant() {
      return source.equals(Server.MOTO)
          ? destination.program()
          : source.program() + "-to-" + destination.program();
    }

    List<String> images() {
      return Stream.of(source, destination).map(Server::image).distinct().toList();
    }
  }
}
