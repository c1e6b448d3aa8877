package eu.sortie.containers;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Setting;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A line to one end on which things go wrong as a test says: between two programs, through Toxiproxy in a container.
 *
 * <p>The end is one that is there, or one that surroundings start for a drill. Faults may come before the drill or while it goes on.
 *
 * <pre>{@code
 * try (var line = FaultyLine.to("europe")) {
 *   line.delay(Duration.ofMillis(100));
 *   var place = new DrillSetup.Place.Started(line.over(new EmbeddedSurroundings()));
 *   Drill.of(DrillSetup.at(place, PriceBook::load, evidence)).run(scenario).mustPass();
 * }
 * }</pre>
 */
public final class FaultyLine implements AutoCloseable {

  private static final String ENDPOINT = "endpoint";
  private static final String NAME = "line";

  /** Where nothing listens: until the line leads to its end. */
  private static final String NOWHERE = "127.0.0.1:9";

  private final String to;
  private final ServerContainer container;
  private final Optional<Guard> guard;
  private final ToxiproxyClient toxiproxy;

  private FaultyLine(
      String to, ServerContainer container, Optional<Guard> guard, ToxiproxyClient toxiproxy) {
    this.to = to;
    this.container = container;
    this.guard = guard;
    this.toxiproxy = toxiproxy;
  }

  /**
   * Lays a line to the end of that name; it leads there once an end, an environment or surroundings are reached {@link #over} it.
   *
   * @throws Misuse where no Docker engine on this machine has the image of Toxiproxy
   */
  public static FaultyLine to(String end) {
    return to(end, new FoundEngine());
  }

  static FaultyLine to(String end, Engine engine) {
    requireReady(end, engine);
    try {
      var port = freePort();
      var name = "sortie-line-" + RandomId.next();
      var guard = Guard.over(List.of(name), Testcontainers.engine().toString());
      var container = new ServerContainer(name, Server.toxiproxy(port));
      var line = new FaultyLine(
          end, container, guard, new ToxiproxyClient("http://127.0.0.1:" + port, NAME));
      try {
        container.start();
        container.await();
        line.toxiproxy.lay(NOWHERE);
        return line;
      } catch (IOException | RuntimeException failed) {
        line.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new Misuse(
          "a faulty line to '%s': %s. It needs a Docker engine whose containers may share this machine's network (Docker Desktop: switch host networking on)"
              .formatted(end, failed.getMessage()),
          failed);
    }
  }

  /** Why no line can be laid here; empty where one can. */
  public static Optional<String> whyNot() {
    try {
      requireReady("any end", new FoundEngine());
      return Optional.empty();
    } catch (Misuse misuse) {
      return Optional.of(String.valueOf(misuse.getMessage()));
    }
  }

  private static void requireReady(String end, Engine engine) {
    var what = "a faulty line to '%s'".formatted(end);
    engine.require(
        what,
        List.of(Images.of("toxiproxy")),
        "@NeedsFaultyLine leaves out what needs one, and says so");
    if (!Testcontainers.isEngineHere()) {
      throw new Misuse(
          "%s: expected a Docker engine on this machine, saw %s with its ports at %s; a line from there does not lead to an end here. Start an engine here, or where this is it, set TESTCONTAINERS_HOST_OVERRIDE=localhost"
              .formatted(what, Testcontainers.engine(), Testcontainers.publishesAt()));
    }
  }

  /**
   * The end, as it is reached over this line.
   *
   * @throws Misuse for an end of another name, or one that is not spoken to in the open at an endpoint of its own
   */
  public End over(End end) {
    if (!end.name().equals(to)) {
      throw new Misuse("a faulty line to '%s': expected that end, saw '%s'; lay one to that"
          .formatted(to, end.name()));
    }
    var there = endpoint(end);
    toxiproxy.leadTo("%s:%d".formatted(there.getHost(), port(there)));
    var settings = new TreeMap<>(end.settings());
    settings.put(ENDPOINT, Setting.of("http://" + toxiproxy.listensAt()));
    return new End(
        end.name(), end.live(), end.protocol(), settings, end.capabilities(), end.place());
  }

  private URI endpoint(End end) {
    var endpoint = end.text(ENDPOINT).orElse("");
    if (!endpoint.startsWith("http://")) {
      throw new Misuse(
          "a faulty line to '%s': expected an endpoint that begins with http://, saw %s; nobody may stand between the two ends of an encrypted line"
              .formatted(to, endpoint.isEmpty() ? "none" : "'" + endpoint + "'"));
    }
    return URI.create(endpoint);
  }

  private static int port(URI endpoint) {
    return endpoint.getPort() < 0 ? 80 : endpoint.getPort();
  }

  /** The environment, with this line to its end. */
  public Environment over(Environment environment) {
    var ends = new TreeMap<>(environment.ends());
    ends.put(to, over(environment.end(to)));
    return new Environment(environment.name(), ends, environment.tariffs(), environment.rates());
  }

  /** The surroundings, with this line to one of the ends they start. */
  public Surroundings over(Surroundings surroundings) {
    return new FaultySurroundings(surroundings, this);
  }

  /** Whether it is the line to an end. */
  boolean leadsTo(String end) {
    return to.equals(end);
  }

  /** What comes back comes later. */
  public void delay(Duration by) {
    toxiproxy.toxic("latency", "downstream", "latency", by.toMillis());
  }

  /** What goes there goes slowly. */
  public void narrow(int kibibytesPerSecond) {
    toxiproxy.toxic("bandwidth", "upstream", "rate", kibibytesPerSecond);
  }

  /** Each connection breaks off once so much went over it. */
  public void breakAfter(int bytes) {
    toxiproxy.toxic("limit_data", "upstream", "bytes", bytes);
  }

  /** Each answer breaks off once so much of it came over its connection. */
  public void cutShortAfter(int bytes) {
    toxiproxy.toxic("limit_data", "downstream", "bytes", bytes);
  }

  /** Connections stay open, and nothing comes through any more. */
  public void fallSilent() {
    toxiproxy.toxic("timeout", "upstream", "timeout", 0);
  }

  /** Nobody answers: open connections are closed, new ones refused. */
  public void cut() {
    toxiproxy.cut();
  }

  /** Takes the line away; the end stays. */
  @Override
  public void close() {
    Guard.remove(List.of(container), guard);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
