package eu.sortie.proof;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the oracle sees of an object: names with values for each trait, the one name of a text being empty; a trait that nobody could
 * look at is not in here.
 */
record Sight(Map<String, SortedMap<String, String>> traits) {

  /** It is there, and nobody could look at it. */
  static final Sight BLIND = new Sight(Map.of());

  static final String TEXT = "";

  Sight {
    traits = Map.copyOf(traits);
  }

  Optional<SortedMap<String, String>> trait(String name) {
    return Optional.ofNullable(traits.get(name));
  }

  /** Collects a sight. */
  static final class Eye {

    private final Map<String, SortedMap<String, String>> traits = new TreeMap<>();

    void text(String trait, String text) {
      var value = new TreeMap<String, String>();
      if (!text.isEmpty()) {
        value.put(TEXT, text);
      }
      traits.put(trait, value);
    }

    void entries(String trait, Map<String, String> entries) {
      traits.put(trait, new TreeMap<>(entries));
    }

    Sight sight() {
      return new Sight(traits);
    }
  }
}
