package eu.sortie.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the tag that stands in for the referrers API at a registry that has none, as the distribution specification asks of whoever pushes. */
final class StandIn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Registry registry;
  private final Upload upload;

  /** The indexes it made: repository and tag, with the digest of the last one. */
  private final Map<ImageKey, String> made =
      new TreeMap<>(Comparator.comparing(ImageKey::repository).thenComparing(ImageKey::reference));

  StandIn(Registry registry, Upload upload) {
    this.registry = registry;
    this.upload = upload;
  }

  boolean isUsed() {
    return !made.isEmpty();
  }

  Map<ImageKey, String> made() {
    return made;
  }

  /** Lists a manifest among those that refer to its subject. */
  void add(String repository, String subject, String digest, String type, byte[] document)
      throws IOException {
    var key = new ImageKey(repository, ReferrersTag.of(subject));
    var before = registry.manifest(repository, key.reference());
    var index = before.isPresent() ? (ObjectNode) JSON.readTree(before.get().bytes()) : empty();
    var manifests = index.withArray("manifests");
    for (var one : manifests) {
      if (one.path("digest").asText().equals(digest)) {
        return;
      }
    }
    var manifest = Manifest.of(document);
    var listed = manifests
        .addObject()
        .put("mediaType", type)
        .put("digest", digest)
        .put("size", document.length);
    if (!manifest.artifactType().isEmpty()) {
      listed.put("artifactType", manifest.artifactType());
    }
    if (!manifest.annotations().isEmpty()) {
      listed.set("annotations", manifest.annotations());
    }
    var bytes = JSON.writeValueAsBytes(index);
    upload.manifest(repository, key.reference(), Registry.INDEX, bytes);
    var earlier = made.put(key, Digest.of(bytes));
    if (earlier != null) {
      removeQuietly(repository, earlier);
    }
  }

  /** One without the new manifest is nobody's any more; where it cannot be removed, clearing says so of the whole repository. */
  private void removeQuietly(String repository, String earlier) throws IOException {
    try {
      upload.remove(repository, "manifests", earlier);
    } catch (AnswerException refused) {
      // As said.
    }
  }

  private static ObjectNode empty() {
    var index = JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", Registry.INDEX);
    index.putArray("manifests");
    return index;
  }
}
