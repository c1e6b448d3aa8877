package eu.sortie.testbed;

import eu.sortie.embedded.EmbeddedSurroundings;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the servers of the embedded environment, started once for all of them. */
public final class EmbeddedServers implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(EmbeddedServers.class);

  /** The two servers. */
  public static final class Pair implements AutoCloseable {

    private final Surroundings.Running running;

    private Pair(Surroundings.Running running) {
      this.running = running;
    }

    private static Pair start() {
      try {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return new Pair(new EmbeddedSurroundings().start(temporary, created -> {}));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /** S3Mock as {@code aws}. */
    public End source() {
      return running.environment().end("aws");
    }

    /** S3Proxy as {@code europe}, with parts as small as they may be. */
    public End destination() {
      var europe = running.environment().end("europe");
      return end(europe, Map.of("part-size-mib", "5"), europe.capabilities());
    }

    /** S3Mock once more, by another name: a destination that keeps tags, storage classes and any key. */
    public End keepingDestination() {
      var endpoint = source().settings().get("endpoint").value();
      return end(
          source(),
          Map.of("endpoint", endpoint.replace("127.0.0.1", "localhost"), "part-size-mib", "5"),
          Capabilities.UNSTATED);
    }

    private static End end(End like, Map<String, String> more, Capabilities capabilities) {
      var settings = new HashMap<String, String>();
      like.settings().forEach((key, setting) -> settings.put(key, setting.value()));
      settings.putAll(more);
      return End.of("europe", false, "s3", settings, capabilities);
    }

    @Override
    public void close() {
      running.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Pair.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return pair(context).get();
  }

  /** The same servers, started when they are first asked for. */
  static Supplier<Pair> pair(ExtensionContext context) {
    var store = context.getRoot().getStore(NAMESPACE);
    return () -> store.getOrComputeIfAbsent(Pair.class, any -> Pair.start(), Pair.class);
  }
}
