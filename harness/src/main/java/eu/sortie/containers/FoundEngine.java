package eu.sortie.containers;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The engine that Testcontainers finds: by DOCKER_HOST, or where engines are found as a rule. */
final class FoundEngine implements Engine {

  @Override
  public Optional<String> version() {
    try {
      return Optional.of(DockerClientFactory.instance().client().versionCmd().exec().getVersion());
    } catch (RuntimeException nobodyAnswers) {
      // What it says names strategies of its own, and nothing a user could do.
      return Optional.empty();
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
