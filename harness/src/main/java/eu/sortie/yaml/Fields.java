package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Keys with values, each key once. */
final class Fields {

  private final Part whole;
  private final Map<String, Part> keys = new LinkedHashMap<>();
  private final Map<String, Part> values = new LinkedHashMap<>();

  private Fields(Part whole) {
    this.whole = whole;
  }

  static Fields of(Part whole, MappingNode map) {
    var fields = new Fields(whole);
    for (var tuple : map.getValue()) {
      fields.add(
          new Part(whole.file(), tuple.getKeyNode(), whole.what()),
          new Part(whole.file(), tuple.getValueNode(), whole.what()));
    }
    return fields;
  }

  private void add(Part key, Part value) {
    if (!(key.node() instanceof ScalarNode scalar)) {
      throw key.wrong("expected text as a key, saw " + key.seen());
    }
    var name = scalar.getValue();
    var earlier = keys.putIfAbsent(name, key);
    if (earlier != null) {
      throw key.wrong(
          "the key %s stands here a second time, first in line %d; leave one of them out"
              .formatted(shown(name), earlier.place().line()));
    }
    values.put(name, value.called(name));
  }

  /** The keys in the order in which they are written. */
  Set<String> names() {
    return keys.keySet();
  }

  Part value(String name) {
    return required(name, "expected one");
  }

  Optional<Part> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of a key that must be there.
   *
   * @param expected what should be there, for the message
   */
  Part required(String name, String expected) {
    return find(name)
        .orElseThrow(() -> whole.wrong("the key '%s' is missing, %s".formatted(name, expected)));
  }

  /** Refuses keys that mean nothing. */
  Fields only(String... known) {
    for (var name : names()) {
      if (!List.of(known).contains(name)) {
        throw unknown(name, known);
      }
    }
    return this;
  }

  /** Says that a key means nothing here, which ones do, and which one may have been meant. */
  Misuse unknown(String name, String... known) {
    return at(
        name,
        "%s is not a key here; known are %s%s"
            .formatted(
                shown(name),
                String.join(", ", known),
                Nearest.question(name, Arrays.asList(known))));
  }

  /** Says that something is wrong with a key. */
  Misuse at(String name, String message) {
    return keys.getOrDefault(name, whole).wrong(message);
  }

  /** A key as messages show it: up to where it stops being one, since a value may stick to it. */
  static String shown(String name) {
    int end = 0;
    while (end < name.length() && end < 40 && isOfKey(name.charAt(end))) {
      end++;
    }
    return "'" + name.substring(0, end) + (end < name.length() ? "…'" : "'");
  }

  private static boolean isOfKey(char c) {
    return Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_' || c == '.';
  }
}
