package eu.sortie.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody declared of a resource: without defaults, and without what the cluster itself set.
 *
 * @param fields which fields those are
 * @param byTheClusterAlone whether nobody but the cluster ever wrote it: another cluster makes its own
 */
record Declared(Fields fields, boolean byTheClusterAlone) {

  /** The parts of a cluster that write resources by themselves. */
  private static final Set<String> CLUSTER = Set.of(
      "kube-apiserver",
      "kube-controller-manager",
      "kube-scheduler",
      "kubelet",
      "cloud-controller-manager",
      "k3s");

  /** What kubectl leaves behind: the document that was declared, secrets and all. */
  static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** A secret that a cluster fills in itself: another one makes a token of its own. */
  private static final String TOKEN = "kubernetes.io/service-account-token";

  /** No cluster adds to these; but a secret that was declared as text is owned under another name than it is kept. */
  private static final Set<String> FILLED_IN_BY_NOBODY = Set.of("data", "binaryData");

  private static final ObjectMapper JSON = new ObjectMapper();

  static Declared of(JsonNode resource) {
    var owners = owners(resource);
    if (owners.isEmpty() || owners.stream().anyMatch(owner -> speaksOtherwise(owner, resource))) {
      // Nobody wrote down who owns what, or in another version's words: all of it may have been
      // declared.
      return new Declared(everythingIn(resource), false);
    }
    var lastApplied = lastApplied(resource);
    var fields = Optional.<Fields>empty();
    for (var owner : owners) {
      if (!isCluster(owner) || owner.path("subresource").asText().equals("scale")) {
        var own = own(owner, lastApplied);
        fields =
            own.whole() ? fields : Optional.of(fields.map(all -> all.and(own)).orElse(own));
      }
    }
    return new Declared(fields.orElse(Fields.WHOLE), owners.stream().allMatch(Declared::isCluster));
  }

  /** The declared part of the resource. */
  JsonNode of(JsonNode resource, String field) {
    if (FILLED_IN_BY_NOBODY.contains(field)
        && version(resource).equals("v1")
        && !resource.path("type").asText().equals(TOKEN)
        && resource.has(field)) {
      return resource.get(field);
    }
    return fields
        .field(field)
        .filter(some -> resource.has(field))
        .map(some -> some.of(resource.get(field), false))
        .orElse(JsonNodeFactory.instance.missingNode());
  }

  private static List<JsonNode> owners(JsonNode resource) {
    var owners = new ArrayList<JsonNode>();
    resource.path("metadata").path("managedFields").forEach(owner -> {
      if (!owner.path("subresource").asText().equals("status")) {
        owners.add(owner);
      }
    });
    return owners;
  }

  /** Whether an owner's fields are named as another version of the API names them. */
  private static boolean speaksOtherwise(JsonNode owner, JsonNode resource) {
    return !isCluster(owner) && !version(owner).equals(version(resource));
  }

  private static String version(JsonNode document) {
    return document.path("apiVersion").asText();
  }

  private static boolean isCluster(JsonNode owner) {
    return CLUSTER.contains(owner.path("manager").asText());
  }

  /** kubectl owns the defaults, too, of what it applied from its own side; what it was told to apply it noted down. */
  private static Fields own(JsonNode owner, Optional<JsonNode> lastApplied) {
    var fields = Fields.of(owner.path("fieldsV1"));
    var noted = fields
        .field("metadata")
        .flatMap(metadata -> metadata.field("annotations"))
        .flatMap(annotations -> annotations.field(LAST_APPLIED))
        .isPresent();
    var update = owner.path("operation").asText().equals("Update");
    return noted && update ? lastApplied.map(fields::within).orElse(fields) : fields;
  }

  private static Optional<JsonNode> lastApplied(JsonNode resource) {
    var noted = resource.path("metadata").path("annotations").path(LAST_APPLIED).asText();
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    try {
      var document = JSON.readTree(noted);
      return version(document).equals(version(resource)) ? Optional.of(document) : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private static Fields everythingIn(JsonNode resource) {
    var all = JsonNodeFactory.instance.objectNode();
    resource.fieldNames().forEachRemaining(name -> all.putObject("f:" + name));
    return Fields.of(all);
  }
}
