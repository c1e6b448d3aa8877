package eu.sortie.oci;

import eu.sortie.inventory.Value;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What images run on: as an index lists it, or as the configuration of an image says. */
final class Platforms {

  private static final Set<String> CONFIGURATIONS = Set.of(
      "application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

  private static final int MOST_CONFIGURATION = 8 * 1024 * 1024;
  private static final String ITSELF = "this image";

  private final Registry registry;

  /** A configuration never changes, so each is read for this once. */
  private final Map<String, SortedMap<String, String>> known = new ConcurrentHashMap<>();

  Platforms(Registry registry) {
    this.registry = registry;
  }

  /** The platforms of a manifest or an index, as a trait. */
  Value value(String repository, Manifest manifest) throws IOException {
    try {
      return Value.entries(of(repository, manifest));
    } catch (RefusedException unreadable) {
      return Value.unknown(String.valueOf(unreadable.getMessage()));
    }
  }

  /**
   * Says which platforms an image has where nodes run none of them.
   *
   * @param nodes what the nodes are; empty where nobody says
   */
  Value foreign(String repository, Manifest manifest, List<Platform> nodes) throws IOException {
    if (nodes.isEmpty()) {
      return Value.absent();
    }
    SortedMap<String, String> platforms;
    try {
      platforms = of(repository, manifest);
    } catch (RefusedException unreadable) {
      return Value.unknown(String.valueOf(unreadable.getMessage()));
    }
    return foreign(platforms.keySet(), nodes);
  }

  static Value foreign(Set<String> platforms, List<Platform> nodes) {
    var runs = platforms.stream()
        .flatMap(written -> Platform.parse(written.split(" ", 2)[0]).stream())
        .anyMatch(image -> nodes.stream().anyMatch(node -> node.runs(image)));
    return platforms.isEmpty() || runs
        ? Value.absent()
        : Value.text("runs on %s; the nodes are %s"
            .formatted(
                String.join(", ", platforms),
                String.join(", ", nodes.stream().map(Platform::toString).toList())));
  }

  private SortedMap<String, String> of(String repository, Manifest manifest) throws IOException {
    var listed = new TreeMap<>(manifest.listedPlatforms());
    if (!listed.isEmpty()) {
      return listed;
    }
    for (var child : manifest.manifests()) {
      var document = registry.manifest(repository, child.digest());
      if (document.isPresent() && Digest.names(child.digest(), document.get().bytes())) {
        of(repository, Manifest.of(document.get().bytes()))
            .keySet()
            .forEach(platform -> listed.put(platform, child.digest()));
      }
    }
    var config = manifest.config();
    if (config.isPresent() && CONFIGURATIONS.contains(config.get().mediaType())) {
      listed.putAll(ofConfiguration(repository, config.get().digest()));
    }
    return listed;
  }

  private SortedMap<String, String> ofConfiguration(String repository, String digest)
      throws IOException {
    var before = known.get(digest);
    if (before != null) {
      return before;
    }
    byte[] bytes;
    try (var answer = registry.blob(repository, digest)) {
      bytes = answer.document(MOST_CONFIGURATION);
    } catch (AnswerException refused) {
      throw refused.told();
    }
    if (!Digest.names(digest, bytes)) {
      var words = "the configuration that came is not " + digest;
      throw new RefusedException(words, new IOException(words));
    }
    var found = new TreeMap<String, String>();
    Platform.of(Manifest.json(bytes)).ifPresent(platform -> found.put(platform.toString(), ITSELF));
    known.put(digest, found);
    return found;
  }
}
