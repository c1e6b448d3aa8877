package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place in a resource that is being drawn up.
 *
 * @param draft the resource
 * @param pointer where it is
 * @param node what stands there by now
 */
record Place(Draft draft, String pointer, ObjectNode node) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private String pointer(String field) {
    return pointer + '/' + field.replace("~", "~0").replace("/", "~1");
  }

  /** A field that holds more fields. */
  Place in(String field) {
    var inside = node.get(field) instanceof ObjectNode there ? there : node.putObject(field);
    return new Place(draft, pointer(field), inside);
  }

  /** A new element of a list. */
  Place add(String field) {
    var list = node.get(field) instanceof ArrayNode there ? there : node.putArray(field);
    return new Place(draft, pointer(field) + '/' + list.size(), list.addObject());
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** Sets a field to a text, a number, a list and so on; a number as whoever reads the document again would have it. */
  Place set(String field, Object value) {
    JsonNode written = JSON.valueToTree(
        value instanceof Long number && number == number.intValue() ? number.intValue() : value);
    node.set(field, written);
    return this;
  }

  /** The same, of what was something else at the source. */
  Place set(String field, Object value, Rule rule, String before) {
    set(field, value);
    draft.made(pointer(field), before, rule);
    return this;
  }
}
