package eu.sortie.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields of a resource, as a cluster writes down who owns which ({@code fieldsV1}).
 *
 * @param inside by what stands before each: {@code f:name} is a field, {@code k:{…}} the element of a list with these keys,
 *     {@code v:…} the element of a set. None inside is a field with all that is in it
 */
record Fields(Map<String, Fields> inside) {

  static final Fields WHOLE = new Fields(Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIELD = "f:";
  private static final String KEYED = "k:";
  private static final String VALUE = "v:";
  private static final String INDEX = "i:";

  Fields {
    inside = Collections.unmodifiableMap(new TreeMap<>(inside));
  }

  static Fields of(JsonNode fieldsV1) {
    var inside = new TreeMap<String, Fields>();
    // A dot is the thing itself, without what is in it.
    fieldsV1.properties().stream()
        .filter(field -> !field.getKey().equals("."))
        .forEach(field -> inside.put(field.getKey(), of(field.getValue())));
    return new Fields(inside);
  }

  boolean whole() {
    return inside.isEmpty();
  }

  /** Those of either; who owns a field with all that is in it owns what others own in there. */
  Fields and(Fields other) {
    if (whole() || other.whole()) {
      return WHOLE;
    }
    var both = new TreeMap<>(inside);
    other.inside.forEach((name, fields) -> both.merge(name, fields, Fields::and));
    return new Fields(both);
  }

  Optional<Fields> field(String name) {
    return Optional.ofNullable(inside.get(FIELD + name));
  }

  /** What these fields are of a value: no more than is there. */
  JsonNode of(JsonNode value, boolean root) {
    if (whole() && !root) {
      return value.deepCopy();
    }
    if (value.isObject()) {
      var some = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(entry -> field(entry.getKey())
              .ifPresent(fields -> some.set(entry.getKey(), fields.of(entry.getValue(), false))));
      return some;
    }
    if (value.isArray()) {
      var some = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        var element = value.get(i);
        var found = element(i, element);
        found.ifPresent(
            fields -> some.add(named(fields.getKey(), fields.getValue().of(element, false))));
      }
      return some;
    }
    return value;
  }

  /** An element with the keys that name it, whoever owns those: without them it would be another one. */
  private static JsonNode named(String name, JsonNode element) {
    if (element instanceof ObjectNode object) {
      object.setAll(keys(name));
    }
    return element;
  }

  /** The element of a list, with how it is named there; empty for one nobody owns. */
  Optional<Map.Entry<String, Fields>> element(int index, JsonNode element) {
    return inside.entrySet().stream()
        .filter(entry -> isElement(entry.getKey(), index, element))
        .findFirst();
  }

  private static boolean isElement(String name, int index, JsonNode element) {
    if (name.startsWith(KEYED)) {
      return keys(name).properties().stream()
          .allMatch(key -> key.getValue().equals(element.get(key.getKey())));
    }
    return name.startsWith(VALUE) ? parse(name).equals(element) : name.equals(INDEX + index);
  }

  /** The keys that name an element of a list; none for an element that has no keys. */
  static ObjectNode keys(String name) {
    return name.startsWith(KEYED) && parse(name) instanceof ObjectNode keys
        ? keys
        : JsonNodeFactory.instance.objectNode();
  }

  /** Those that a document sets, of these: the keys of an element that it leaves to their defaults may be missing in it. */
  Fields within(JsonNode document) {
    var set = new TreeMap<String, Fields>();
    inside.forEach((name, fields) ->
        found(name, document).ifPresent(there -> fields.ifAnyWithin(there, name, set)));
    return new Fields(set);
  }

  private void ifAnyWithin(JsonNode there, String name, Map<String, Fields> set) {
    if (whole()) {
      set.put(name, WHOLE);
      return;
    }
    var some = within(there);
    // None of them is not all of them.
    if (!some.whole()) {
      set.put(name, some);
    }
  }

  private static Optional<JsonNode> found(String name, JsonNode document) {
    if (name.startsWith(FIELD)) {
      return Optional.ofNullable(document.get(name.substring(FIELD.length())));
    }
    for (int i = 0; document.isArray() && i < document.size(); i++) {
      var element = document.get(i);
      if (name.startsWith(KEYED) ? mayBe(keys(name), element) : isElement(name, i, element)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static boolean mayBe(ObjectNode keys, JsonNode element) {
    var named =
        keys.properties().stream().filter(key -> element.has(key.getKey())).toList();
    return !named.isEmpty()
        && named.stream().allMatch(key -> key.getValue().equals(element.get(key.getKey())));
  }

  private static JsonNode parse(String name) {
    try {
      return JSON.readTree(name.substring(2));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no such element: " + name, broken);
    }
  }
}
