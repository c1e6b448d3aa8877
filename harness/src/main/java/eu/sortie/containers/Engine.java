package eu.sortie.containers;

import eu.sortie.scenario.Misuse;
import java.util.List;
import java.util.Optional;

/** The Docker engine, as far as it is asked before anything starts. */
interface Engine {

  /** Its version; empty where none answers. */
  Optional<String> version();

  /** Those of these images that it has not. */
  List<String> missing(List<String> images);

  /**
   * Its version, where it could start these images at once.
   *
   * @param what needs it, as messages name it
   * @param orElse what can be done without one; a sentence, or nothing
   * @throws Misuse where none answers, or it has not all of them
   */
  default String require(String what, List<String> images, String orElse) {
    var version = version()
        .orElseThrow(() -> new Misuse(
            "%s: no Docker engine answers; start one, as in 'systemctl start docker', or say in DOCKER_HOST where it is (and see that you may use it: group docker).%s"
                .formatted(what, orElse.isEmpty() ? "" : " " + orElse)));
    var missing = missing(images);
    if (!missing.isEmpty()) {
      throw new Misuse(
          "%s: the Docker engine has no image %s; fetch it with 'docker pull %s', or build its like from source with '.ci/lab/build && .ci/lab/images'"
              .formatted(
                  what,
                  String.join(" and no image ", missing),
                  String.join(" && docker pull ", missing)));
    }
    return version;
  }
}
