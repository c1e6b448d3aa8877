package eu.sortie.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a manifest or an index says, whichever form it has: OCI's, Docker's schema 2, or the old schema 1. */
final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode json;

  private Manifest(JsonNode json) {
    this.json = json;
  }

  /** Reads a document; one that is no JSON says nothing. */
  static Manifest of(byte[] document) {
    return new Manifest(json(document));
  }

  static JsonNode json(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** What an index lists, in its order; none of a manifest. */
  List<Descriptor> manifests() {
    return descriptors("manifests");
  }

  /** The layers in their order; of schema 1 the newest comes first. */
  List<Descriptor> layers() {
    var layers = new ArrayList<>(descriptors("layers"));
    // What artifacts had before they were manifests.
    layers.addAll(descriptors("blobs"));
    for (var layer : json.path("fsLayers")) {
      layers.add(new Descriptor(layer.path("blobSum").asText(), "", -1, false, layer));
    }
    return layers;
  }

  Optional<Descriptor> config() {
    return json.path("config").has("digest")
        ? Optional.of(Descriptor.of(json.path("config")))
        : Optional.empty();
  }

  /** Everything it refers to that is bytes and no manifest. */
  List<Descriptor> blobs() {
    var blobs = new ArrayList<>(layers());
    config().ifPresent(blobs::add);
    return blobs;
  }

  /** The digest of what it is about. */
  Optional<String> subject() {
    var digest = json.path("subject").path("digest").asText();
    return digest.isEmpty() ? Optional.empty() : Optional.of(digest);
  }

  /** What it says it is: an artifact by its own type, or by that of its configuration. */
  String artifactType() {
    var own = json.path("artifactType").asText();
    return own.isEmpty() ? config().map(Descriptor::mediaType).orElse("") : own;
  }

  JsonNode annotations() {
    return json.path("annotations");
  }

  /** Of an index: the platforms it lists, each with the digest of what runs there. */
  Map<String, String> listedPlatforms() {
    var platforms = new TreeMap<String, String>();
    for (var one : manifests()) {
      Platform.of(one.json().path("platform"))
          .ifPresent(platform -> platforms.merge(
              platform.toString(), one.digest(), (earlier, later) -> earlier + ", " + later));
    }
    return platforms;
  }

  /** The traits that its own bytes show. */
  Map<Trait, Value> traits() {
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(ImageTraits.ARTIFACT_TYPE, text(json.path("artifactType").asText()));
    traits.put(ImageTraits.CONFIG, text(config().map(Descriptor::words).orElse("")));
    traits.put(ImageTraits.LAYERS, inOrder(layers()));
    traits.put(ImageTraits.MANIFESTS, inOrder(manifests()));
    var annotations = new TreeMap<String, String>();
    annotations()
        .properties()
        .forEach(one -> annotations.put(one.getKey(), one.getValue().asText()));
    traits.put(ImageTraits.ANNOTATIONS, Value.entries(annotations));
    traits.put(ImageTraits.SUBJECT, text(subject().orElse("")));
    return traits;
  }

  private List<Descriptor> descriptors(String field) {
    var all = new ArrayList<Descriptor>();
    for (var one : json.path(field)) {
      if (one.has("digest")) {
        all.add(Descriptor.of(one));
      }
    }
    return all;
  }

  private static Value inOrder(List<Descriptor> descriptors) {
    var entries = new TreeMap<String, String>();
    for (int i = 0; i < descriptors.size(); i++) {
      entries.put("%03d".formatted(i + 1), descriptors.get(i).words());
    }
    return Value.entries(entries);
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.absent() : Value.text(text);
  }
}
