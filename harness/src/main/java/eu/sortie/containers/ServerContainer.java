package eu.sortie.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** One server in its container. */
final class ServerContainer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(25);
  private static final int LAST_WORDS = 2000;

  private final String name;
  private final Server server;
  private final GenericContainer<?> container;
  private String host = "";
  private int port;

  ServerContainer(String name, Server server) {
    this.name = name;
    this.server = server;
    this.container = new GenericContainer<>(DockerImageName.parse(server.image()))
        .withImagePullPolicy(image -> false)
        .withEnv(server.variables())
        .withCommand(server.arguments().toArray(String[]::new))
        .withCreateContainerCmdModifier(this::complete)
        .withStartupCheckStrategy(new NoCheck())
        .waitingFor(new NoWait());
    if (server.onHost()) {
      container.withNetworkMode("host");
    } else {
      container.withExposedPorts(server.port());
    }
  }

  private void complete(CreateContainerCmd create) {
    create
        .withName(name)
        .withVolumes(server.volumes().stream().map(Volume::new).toArray(Volume[]::new));
    if (Testcontainers.isReaperOff()) {
      var labels = new OwnLabels();
      if (create.getLabels() != null) {
        labels.putAll(create.getLabels());
      }
      create.withLabels(labels);
    }
    if (!server.onHost() && Testcontainers.isEngineHere() && create.getHostConfig() != null) {
      // For this machine only: the servers let in whoever knows what stands in our sources.
      create
          .getHostConfig()
          .withPortBindings(
              new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(server.port())));
    }
  }

  /** Starts it; it need not answer yet. */
  void start() throws IOException {
    try {
      container.start();
      host = server.onHost() ? "127.0.0.1" : container.getHost();
      port = server.onHost() ? server.port() : container.getMappedPort(server.port());
    } catch (ContainerLaunchException failed) {
      throw new IOException(
          "container %s of image %s did not start: %s"
              .formatted(name, server.image(), rootOf(failed).getMessage()),
          failed);
    }
  }

  /** Waits until it answers. */
  void await() throws IOException {
    try {
      patiently(
              "container %s of image %s to answer on port %d".formatted(name, server.image(), port))
          .until(() -> answers() || !container.isRunning());
    } catch (ConditionTimeoutException never) {
      throw new IOException(never.getMessage() + "; it said: " + lastWords(), never);
    }
    if (!container.isRunning()) {
      throw new IOException("container %s of image %s ended by itself; it said: %s"
          .formatted(name, server.image(), lastWords()));
    }
  }

  End end(String called) {
    return server.end(called, "http://%s:%d".formatted(host, port));
  }

  /** Kills and removes it, and waits until its port refuses: only then is the source gone. */
  void kill() {
    container.stop();
    patiently("nobody to answer on port %d any more, since container %s was killed"
            .formatted(port, name))
        .until(() -> !accepts());
  }

  /**
   * Kills and removes it with its volumes. Testcontainers says nothing where the engine could not, so we look.
   *
   * @return whether it is gone
   */
  boolean remove() {
    container.stop();
    try {
      patiently("container %s to be gone".formatted(name)).until(() -> isGone() || isRemoved());
      return true;
    } catch (ConditionTimeoutException stillThere) {
      return false;
    }
  }

  private boolean isGone() {
    return container
        .getDockerClient()
        .listContainersCmd()
        .withShowAll(true)
        .withNameFilter(List.of(name))
        .exec()
        .isEmpty();
  }

  private boolean isRemoved() {
    try {
      container
          .getDockerClient()
          .removeContainerCmd(name)
          .withForce(true)
          .withRemoveVolumes(true)
          .exec();
      return true;
    } catch (DockerException stillBusy) {
      return false;
    }
  }

  /** The engine accepts connections before the server does, so somebody has to say something. */
  private boolean answers() {
    try {
      var call = (HttpURLConnection)
          URI.create("http://%s:%d/".formatted(host, port)).toURL().openConnection();
      call.setConnectTimeout(1000);
      call.setReadTimeout(2000);
      return call.getResponseCode() < 500;
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean accepts() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 500);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private String lastWords() {
    var words = container.getLogs().strip();
    return words.substring(Math.max(0, words.length() - LAST_WORDS));
  }

  private static ConditionFactory patiently(String what) {
    return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(PAUSE).atMost(PATIENCE);
  }

  private static Throwable rootOf(Throwable failed) {
    var root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Testcontainers would look once a second, for all containers together. */
  private static final class NoCheck extends StartupCheckStrategy {
    @Override
    public boolean waitUntilStartupSuccessful(DockerClient client, String container) {
      return true;
    }

    @Override
    public StartupStatus checkStartupState(DockerClient client, String container) {
      return StartupStatus.SUCCESSFUL;
    }
  }

  /** Testcontainers would look into the container with a shell that images from nothing have not. */
  private static final class NoWait extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
      // We wait for all servers at once, when all are started.
    }
  }
}
