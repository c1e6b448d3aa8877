package eu.sortie.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The compact column of a row: traits as JSON that an auditor can query.
 *
 * <p>A text is a string, entries are an object, absent is null, and unknown is an array that holds the reason.
 */
final class Row {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Row() {}

  static String write(Map<Trait, Value> traits) {
    var object = JSON.createObjectNode();
    traits.forEach((trait, value) -> put(object, trait.name(), value));
    return text(object);
  }

  static Map<Trait, Value> read(Kind kind, String column) {
    var traits = new LinkedHashMap<Trait, Value>();
    parse(column).properties().forEach(entry -> {
      var trait = kind.trait(entry.getKey()).orElseGet(() -> Trait.recorded(entry.getKey()));
      traits.put(trait, value(entry.getValue()));
    });
    return traits;
  }

  static String writeConcessions(List<Concession> concessions) {
    var array = JSON.createArrayNode();
    for (var concession : concessions) {
      array
          .addObject()
          .put("trait", concession.trait().name())
          .put("cause", concession.cause().name())
          .put("because", concession.because());
    }
    return text(array);
  }

  static List<Concession> readConcessions(Kind kind, String column) {
    var concessions = new ArrayList<Concession>();
    for (var node : parse(column)) {
      var name = node.get("trait").asText();
      concessions.add(new Concession(
          kind.trait(name).orElseGet(() -> Trait.recorded(name)),
          Cause.valueOf(node.get("cause").asText()),
          node.get("because").asText()));
    }
    return concessions;
  }

  private static void put(ObjectNode object, String name, Value value) {
    if (value instanceof Value.Text text) {
      object.put(name, text.text());
    } else if (value instanceof Value.Entries some) {
      var entries = object.putObject(name);
      some.entries().forEach(entries::put);
    } else if (value instanceof Value.Unknown unknown) {
      object.putArray(name).add(unknown.because());
    } else {
      object.putNull(name);
    }
  }

  private static Value value(JsonNode node) {
    if (node.isTextual()) {
      return Value.text(node.asText());
    }
    if (node.isArray()) {
      return Value.unknown(node.get(0).asText());
    }
    if (node.isNull()) {
      return Value.absent();
    }
    var entries = new TreeMap<String, String>();
    node.properties()
        .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText()));
    return Value.entries(entries);
  }

  private static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts can always be written", impossible);
    }
  }

  private static JsonNode parse(String column) {
    try {
      return JSON.readTree(column);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException(
          "the ledger holds a row that was not written by Sortie: " + column, damaged);
    }
  }
}
