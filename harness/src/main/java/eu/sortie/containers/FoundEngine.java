package eu.sortie.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import eu.sortie.scenario.Misuse;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The engine that Testcontainers finds: by DOCKER_HOST, or where engines are found as a rule. */
final class FoundEngine implements Engine {

  @Override
  public Optional<String> version() {
    try {
      return Optional.of(
          DockerClientFactory.instance().client().versionCmd().exec().getVersion());
    } catch (IllegalStateException nobodyAnswers) {
      // What it says names strategies of its own, and nothing a user could do.
      return Optional.empty();
    } catch (RuntimeException somethingElse) {
      throw new Misuse(
          "a Docker engine answers, and Testcontainers cannot work with it: %s. Where it misses an image of its own, set TESTCONTAINERS_RYUK_DISABLED=true (Sortie removes its containers itself) and, inside a container, TESTCONTAINERS_HOST_OVERRIDE to where the engine publishes ports"
              .formatted(somethingElse.getMessage()),
          somethingElse);
    }
  }

  @Override
  public List<String> missing(List<String> images) {
    var client = DockerClientFactory.instance().client();
    return images.stream()
        .filter(image -> {
          try (var inspect = client.inspectImageCmd(image)) {
            inspect.exec();
            return false;
          } catch (NotFoundException missing) {
            return true;
          }
        })
        .toList();
  }
}
