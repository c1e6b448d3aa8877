package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a role allows, whatever the order and grouping of its rules: verbs by each single thing they are allowed on. */
final class RoleRules {

  private static final Set<String> KNOWN =
      Set.of("apiGroups", "resources", "resourceNames", "nonResourceURLs", "verbs");

  private RoleRules() {}

  /** The verbs by what they are allowed on; empty where these are not the rules of a role. */
  static Optional<Map<String, String>> of(JsonNode rules) {
    var allowed = new TreeMap<String, Set<String>>();
    for (var rule : rules) {
      if (!rule.isObject() || !rule.has("verbs") || !KNOWN.containsAll(names(rule))) {
        return Optional.empty();
      }
      var verbs = texts(rule, "verbs");
      for (var thing : things(rule)) {
        allowed.computeIfAbsent(thing, none -> new TreeSet<>()).addAll(verbs);
      }
    }
    var spelled = new TreeMap<String, String>();
    allowed.forEach((thing, verbs) -> spelled.put(thing, String.join(", ", verbs)));
    return Optional.of(spelled);
  }

  private static Set<String> things(JsonNode rule) {
    var things = new TreeSet<String>(texts(rule, "nonResourceURLs"));
    var names = texts(rule, "resourceNames");
    for (var group : texts(rule, "apiGroups")) {
      for (var resource : texts(rule, "resources")) {
        var thing = group.isEmpty() ? resource : resource + '.' + group;
        if (names.isEmpty()) {
          things.add(thing);
        }
        names.forEach(name -> things.add(thing + " named " + name));
      }
    }
    return things;
  }

  private static Set<String> names(JsonNode rule) {
    var names = new TreeSet<String>();
    rule.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode rule, String field) {
    var texts = new TreeSet<String>();
    rule.path(field).forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
