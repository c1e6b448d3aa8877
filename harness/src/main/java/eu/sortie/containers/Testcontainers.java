package eu.sortie.containers;

import java.net.URI;
import org.testcontainers.DockerClientFactory;

/** How Testcontainers is set up on this machine. */
final class Testcontainers {

  private Testcontainers() {}

  /** Whether its reaper, a container that removes the others, is switched off. */
  static boolean isReaperOff() {
    return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
  }

  /** Where the engine is spoken to. */
  static URI engine() {
    return DockerClientFactory.instance().getTransportConfig().getDockerHost();
  }

  /** Whether the engine runs on this machine and publishes its ports there. */
  static boolean isEngineHere() {
    return "unix".equals(engine().getScheme()) && "localhost".equals(publishesAt());
  }

  /** Where the engine publishes ports. */
  static String publishesAt() {
    return DockerClientFactory.instance().dockerHostIpAddress();
  }
}
