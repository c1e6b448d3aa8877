package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value laid out by paths: a text for each leaf of it, as in {@code containers[name=web].image}.
 *
 * <p>Elements of a list that a cluster merges by keys are named by those keys, so their order says nothing; where it does say
 * something, for {@code initContainers} and {@code env}, the order is a leaf of its own. All other lists are named by place.
 */
final class Paths {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Set<String> ORDERED = Set.of("initContainers", "env");

  private final SortedMap<String, String> leaves = new TreeMap<>();

  private Paths() {}

  /**
   * Lays out a value.
   *
   * @param fields as the cluster names its elements; {@link Fields#WHOLE} where it does not
   */
  static SortedMap<String, String> of(JsonNode value, Fields fields) {
    var paths = new Paths();
    if (!value.isMissingNode()) {
      paths.add("", "", value, fields);
    }
    return paths.leaves;
  }

  private void add(String path, String name, JsonNode value, Fields fields) {
    if (value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(entry -> add(
              join(path, entry.getKey()),
              entry.getKey(),
              entry.getValue(),
              fields.field(entry.getKey()).orElse(Fields.WHOLE)));
    } else if (value.isArray() && !value.isEmpty()) {
      addElements(path, name, value, fields);
    } else {
      leaves.put(path, Meaning.of(path, value));
    }
  }

  private void addElements(String path, String name, JsonNode list, Fields fields) {
    var order = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      var element = list.get(i);
      var known = fields.element(i, element);
      var label = known.flatMap(found -> label(found.getKey())).orElse(String.valueOf(i));
      order.append(order.isEmpty() ? "" : ", ").append(label);
      add(
          path + '[' + label + ']',
          "",
          element,
          known.map(found -> found.getValue()).orElse(Fields.WHOLE));
    }
    if (ORDERED.contains(name) && list.size() > 1) {
      leaves.put(path + "[order]", order.toString());
    }
  }

  private static Optional<String> label(String name) {
    if (name.startsWith("v:")) {
      return Optional.of("=" + name.substring(2));
    }
    var keys = Fields.keys(name);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(keys.properties().stream()
            .map(key -> key.getKey() + "=" + Meaning.text(key.getValue()))
            .collect(Collectors.joining(",")));
  }

  /** The path of a field of what has this path. */
  static String join(String path, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return path + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return path.isEmpty() ? name : path + '.' + name;
  }
}
