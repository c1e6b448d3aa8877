package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A resource as tests let it leave: read, exported, and laid out again from what is to be written. */
record Leaving(String key, JsonNode resource) {

  private static final DrillKey KEY = DrillKey.random();

  static Leaving of(String key, String resource) {
    return new Leaving(key, json(resource));
  }

  /** A resource with nothing but a specification. */
  static Leaving spec(String key, String spec) {
    return of(
        key, "{'apiVersion':'any/v1','kind':'Any','metadata':{'name':'a'},'spec':" + spec + "}");
  }

  static Leaving annotated(String key, Map<String, String> annotations) {
    var resource =
        (ObjectNode) json("{'apiVersion':'any/v1','kind':'Any','metadata':{'name':'a'}}");
    var some = ((ObjectNode) resource.get("metadata")).putObject("annotations");
    annotations.forEach(some::put);
    return new Leaving(key, resource);
  }

  Translated by(Translator translator) {
    return translator.translate(key, document(), traits());
  }

  JsonNode document() {
    return json(new String(new ResourceItem(resource, KEY).exported(), StandardCharsets.UTF_8));
  }

  Map<Trait, Value> traits() {
    return new ResourceItem(resource, KEY).traits();
  }

  /** The traits of what is to be written, as its cluster would show them: those that are compared. */
  Map<Trait, Value> arrived(Translated translated) {
    var arrived = (ObjectNode) translated.document().deepCopy();
    if (resource.path("metadata").has("managedFields")) {
      ((ObjectNode) arrived.get("metadata"))
          .set("managedFields", resource.get("metadata").get("managedFields"));
    }
    return compared(new ResourceItem(arrived, KEY).traits());
  }

  static Map<Trait, Value> compared(Map<Trait, Value> traits) {
    var compared = new TreeMap<>(traits);
    compared.keySet().removeIf(trait -> !trait.comparedByDefault());
    return compared;
  }
}
