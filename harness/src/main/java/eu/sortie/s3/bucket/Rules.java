package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules by what they apply to, so that a loss names the very rule.
 *
 * <p>Two rules that apply to the same are one entry that says both: no server keeps apart what only an id of its own making tells apart.
 */
final class Rules {

  /** The entry that says which rule comes first, where the first match wins. */
  static final String ORDER = "order";

  private final Map<String, TreeSet<String>> rules = new TreeMap<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, String> besides = new TreeMap<>();

  void add(String appliesTo, String does) {
    rules.computeIfAbsent(appliesTo, any -> new TreeSet<>()).add(does);
    var whole = appliesTo + ": " + does;
    if (!order.contains(whole)) {
      order.add(whole);
    }
  }

  /** Adds an entry that is no rule; an empty text is no entry. */
  void besides(String name, String text) {
    if (!text.isEmpty()) {
      besides.put(name, text);
    }
  }

  /** The rules as a set. */
  Value value() {
    var entries = new TreeMap<>(besides);
    rules.forEach((appliesTo, does) -> entries.put(appliesTo, String.join(" | ", does)));
    return Value.entries(entries);
  }

  /** The rules, and which comes first. */
  Value inOrder() {
    if (order.size() > 1) {
      besides.put(ORDER, String.join(" > ", order));
    }
    return value();
  }
}
