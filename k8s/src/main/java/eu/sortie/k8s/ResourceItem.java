package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.scenario.SourceReferences;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A resource as it was seen: what of it was declared, as traits, and as the document it is brought back from. */
final class ResourceItem {

  private static final String DATA = "data";
  private static final String BINARY_DATA = "binaryData";
  private static final String METADATA = "metadata";

  /** Fields that are the resource's name, or what the cluster says of it. */
  private static final Set<String> NOT_DECLARED = Set.of("apiVersion", "kind", METADATA, "status");

  private static final Set<String> OF_A_TRAIT = Set.of("spec", DATA, BINARY_DATA, "rules");

  /** What tools and the cluster note down for themselves; tools' notes hold whole documents, those of secrets too. */
  private static final Set<String> NOTES = Set.of(
      Declared.LAST_APPLIED,
      "deployment.kubernetes.io/revision",
      "kapp.k14s.io/original",
      "objectset.rio.cattle.io/applied");

  private final JsonNode resource;
  private final Declared declared;
  private final DrillKey key;

  ResourceItem(JsonNode resource, DrillKey key) {
    this.resource = resource;
    this.declared = Declared.of(resource);
    this.key = key;
  }

  Map<Trait, Value> traits() {
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(ResourceTraits.SPEC, Value.entries(paths("spec")));
    traits.put(ResourceTraits.DATA, Value.entries(data()));
    traits.put(ResourceTraits.LABELS, Value.entries(metadata("labels", UnaryOperator.identity())));
    traits.put(ResourceTraits.ANNOTATIONS, Value.entries(annotations()));
    traits.put(ResourceTraits.RULES, rules());
    traits.put(ResourceTraits.FINALIZERS, finalizers());
    traits.put(ResourceTraits.OTHER_FIELDS, Value.entries(otherFields()));
    traits.put(ResourceTraits.WITHOUT_COUNTERPART, Value.absent());
    traits.put(ResourceTraits.MADE_OF, Value.absent());
    traits.put(ResourceTraits.DEFAULTS, Value.entries(defaults()));
    traits.put(ResourceTraits.HIDDEN_REFERENCES, Value.entries(hiddenReferences()));
    traits.put(
        ResourceTraits.API_VERSION, Value.text(resource.path("apiVersion").asText()));
    traits.put(
        ResourceTraits.UID, Value.text(resource.path(METADATA).path("uid").asText()));
    return traits;
  }

  /** What it is brought back from: the declared fields alone, a secret sealed. */
  byte[] exported() {
    var document = JsonNodeFactory.instance.objectNode();
    document.set("apiVersion", resource.path("apiVersion"));
    document.set("kind", resource.path("kind"));
    document.set(METADATA, exportedMetadata());
    resource.fieldNames().forEachRemaining(name -> {
      var value = declared.of(resource, name);
      if (!NOT_DECLARED.contains(name) && !value.isMissingNode()) {
        document.set(name, value);
      }
    });
    var bytes = document.toPrettyString().getBytes(StandardCharsets.UTF_8);
    return isSecret() ? key.seal(bytes) : bytes;
  }

  private ObjectNode exportedMetadata() {
    var metadata = JsonNodeFactory.instance.objectNode();
    metadata.set("name", resource.path(METADATA).path("name"));
    var some = declared.of(resource, METADATA);
    for (var name : new String[] {"labels", "annotations", "finalizers"}) {
      if (some.has(name)) {
        metadata.set(name, some.get(name));
      }
    }
    if (metadata.get("annotations") instanceof ObjectNode annotations) {
      annotations.remove(NOTES);
    }
    return metadata;
  }

  /** Whether a resource is a secret, by its key. */
  static boolean isSecret(String key) {
    return key.startsWith("secret/");
  }

  private boolean isSecret() {
    return resource.path("kind").asText().equals("Secret")
        && resource.path("apiVersion").asText().equals("v1");
  }

  private Map<String, String> paths(String field) {
    return Paths.of(
        declared.of(resource, field), declared.fields().field(field).orElse(Fields.WHOLE));
  }

  private Map<String, String> data() {
    var data = new TreeMap<String, String>();
    for (var field : new String[] {DATA, BINARY_DATA}) {
      var some = declared.of(resource, field);
      var prefix = field.equals(DATA) ? "" : field + '/';
      if (resource.path("apiVersion").asText().equals("v1")) {
        some.properties()
            .forEach(entry ->
                data.put(prefix + entry.getKey(), hidden(entry.getValue().asText())));
      } else {
        // What a custom resource calls its data may be anything.
        paths(field).forEach((path, text) -> data.put(prefix + path, text));
      }
    }
    return data;
  }

  /** A secret is compared by digests, so what it names of the source has to be looked for here, where it is open. */
  private Map<String, String> hiddenReferences() {
    var found = new TreeMap<String, String>();
    if (isSecret()) {
      for (var field : new String[] {DATA, BINARY_DATA}) {
        declared
            .of(resource, field)
            .properties()
            .forEach(
                entry -> note(field, entry.getKey(), decoded(entry.getValue().asText()), found));
      }
      metadata("annotations", UnaryOperator.identity()).forEach((name, text) -> {
        if (!NOTES.contains(name)) {
          note("annotations", name, text, found);
        }
      });
    }
    return found;
  }

  private static void note(String field, String name, String text, Map<String, String> found) {
    int i = 0;
    for (var sort : SourceReferences.sortsIn(name, text)) {
      found.put(field + ' ' + name + (i++ == 0 ? "" : " " + i), sort.name());
    }
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException asItIs) {
      return base64;
    }
  }

  private String hidden(String text) {
    return isSecret() ? key.digest(text) : text;
  }

  private Map<String, String> annotations() {
    var annotations = metadata("annotations", this::hidden);
    annotations.keySet().removeAll(NOTES);
    return annotations;
  }

  private Map<String, String> metadata(String field, UnaryOperator<String> spelled) {
    var entries = new TreeMap<String, String>();
    declared
        .of(resource, METADATA)
        .path(field)
        .properties()
        .forEach(
            entry -> entries.put(entry.getKey(), spelled.apply(entry.getValue().asText())));
    return entries;
  }

  private Value finalizers() {
    var finalizers = new TreeMap<String, String>();
    declared
        .of(resource, METADATA)
        .path("finalizers")
        .forEach(one -> finalizers.put(one.asText(), "waits"));
    return Value.entries(finalizers);
  }

  private Value rules() {
    var rules = declared.of(resource, "rules");
    return rules.isMissingNode()
        ? Value.absent()
        : Value.entries(RoleRules.of(rules).orElseGet(() -> paths("rules")));
  }

  private Map<String, String> otherFields() {
    var fields = new TreeMap<String, String>();
    resource.fieldNames().forEachRemaining(name -> {
      if (!NOT_DECLARED.contains(name) && !OF_A_TRAIT.contains(name)) {
        paths(name).forEach((path, text) -> fields.put(join(name, path), hidden(name, text)));
      }
    });
    return fields;
  }

  /** Whatever else a secret has is hidden too, but for what says which sort of secret it is. */
  private String hidden(String name, String text) {
    return name.equals("type") || name.equals("immutable") ? text : hidden(text);
  }

  private Map<String, String> defaults() {
    var defaults = new TreeMap<String, String>();
    resource.fieldNames().forEachRemaining(name -> {
      if (!NOT_DECLARED.contains(name)) {
        var fields = declared.fields().field(name).orElse(Fields.WHOLE);
        var all = Paths.of(resource.get(name), fields);
        all.keySet().removeAll(paths(name).keySet());
        all.forEach((path, text) -> defaults.put(join(name, path), hidden(name, text)));
      }
    });
    return defaults;
  }

  private static String join(String name, String path) {
    return path.isEmpty() || path.startsWith("[") ? name + path : name + '.' + path;
  }
}
