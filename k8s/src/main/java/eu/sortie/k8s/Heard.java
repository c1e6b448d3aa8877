package eu.sortie.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.sortie.scenario.Gate;
import eu.sortie.spi.Recording;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What of an answer a gate compares, entry by entry. */
final class Heard {

  private static final String BODY = "body";

  /** Numbers are what is written there: to a double, 0.1 and 0.10000000000000001 would be the same. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Heard() {}

  static Recording of(Gate.AnswersAlike gate, Reply.Answer answer) {
    var entries = new TreeMap<String, String>();
    entries.put("status", String.valueOf(answer.status()));
    for (var name : gate.headers()) {
      var values = answer.headers().allValues(name);
      if (!values.isEmpty()) {
        entries.put("header " + name, String.join(", ", values));
      }
    }
    switch (gate.body()) {
      case BYTES -> entries.put(BODY, answer.digest());
      case JSON -> json(answer, entries);
      case ANY -> {
        // As the gate says.
      }
    }
    return Recording.of(entries);
  }

  /** What is no JSON is compared as it is. */
  private static void json(Reply.Answer answer, Map<String, String> entries) {
    try (var parser = JSON.createParser(answer.text())) {
      JsonNode tree = parser.readValueAsTree();
      if (tree == null || parser.nextToken() != null) {
        entries.put(BODY, answer.digest());
      } else {
        add(BODY, tree, entries);
      }
    } catch (JsonProcessingException other) {
      entries.put(BODY, answer.digest());
    } catch (IOException never) {
      throw new IllegalStateException("a text at hand can be read", never);
    }
  }

  private static void add(String path, JsonNode value, Map<String, String> entries) {
    if (value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(one -> add(Paths.join(path, one.getKey()), one.getValue(), entries));
    } else if (value.isArray() && !value.isEmpty()) {
      for (int i = 0; i < value.size(); i++) {
        add(path + '[' + i + ']', value.get(i), entries);
      }
    } else {
      entries.put(
          path,
          value.isNumber()
              ? value.decimalValue().stripTrailingZeros().toString()
              : value.toString());
    }
  }
}
