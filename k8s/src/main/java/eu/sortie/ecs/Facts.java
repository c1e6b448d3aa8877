package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What the provider says of something, and what of that somebody has looked at: whatever nobody looked at is lost, and can be named.
 *
 * <p>A field that is null, or an empty list, map or text, is not set.
 */
final class Facts {

  /** What elements of the provider's lists are called by. */
  private static final List<String> NAMES =
      List.of("name", "key", "containerName", "portName", "sourceVolume", "containerPath");

  private final String label;
  private final String field;
  private final JsonNode node;
  private final Set<String> read;

  private Facts(String label, String field, JsonNode node, Set<String> read) {
    this.label = label;
    this.field = field;
    this.node = node;
    this.read = read;
  }

  static Facts of(String name, JsonNode document) {
    return new Facts(name, name.replaceAll("\\[.*]", ""), document, new HashSet<>());
  }

  /**
   * Something that is set and that nobody looked at.
   *
   * @param label as people read it: {@code taskDefinition.containerDefinitions[web].ulimits}
   * @param field the same without the names of elements
   * @param value what stands there
   */
  record Unread(String label, String field, JsonNode value) {}

  String label() {
    return label;
  }

  /** How a field of it is called, for people. */
  String label(String name) {
    return label + '.' + name;
  }

  boolean has(String name) {
    return isSet(node.path(name));
  }

  private static boolean isSet(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isContainerNode() && value.isEmpty())
        && !(value.isTextual() && value.textValue().isEmpty());
  }

  Optional<String> text(String name) {
    return set(name).map(JsonNode::asText);
  }

  Optional<Long> number(String name) {
    return set(name).map(value -> value.asLong());
  }

  boolean flag(String name) {
    return set(name).map(value -> value.asBoolean()).orElse(false);
  }

  /** All that stands there, as it stands. */
  Optional<JsonNode> whole(String name) {
    return set(name);
  }

  List<String> texts(String name) {
    return set(name)
        .map(list -> StreamSupport.stream(list.spliterator(), false)
            .map(JsonNode::asText)
            .toList())
        .orElse(List.of());
  }

  Map<String, String> entries(String name) {
    var entries = new TreeMap<String, String>();
    set(name)
        .ifPresent(map -> map.properties()
            .forEach(one -> entries.put(one.getKey(), one.getValue().asText())));
    return entries;
  }

  private Optional<JsonNode> set(String name) {
    read.add(label(name));
    return Optional.of(node.path(name)).filter(Facts::isSet);
  }

  /** What it says of a part; of one that is not there, nothing. */
  Facts in(String name) {
    var inside = node.path(name);
    return new Facts(
        label(name),
        field + '.' + name,
        inside.isObject() ? inside : MissingNode.getInstance(),
        read);
  }

  List<Facts> each(String name) {
    var elements = new ArrayList<Facts>();
    var list = node.path(name);
    if (list.isArray()) {
      var labels = labels(label(name), list);
      for (int i = 0; i < list.size(); i++) {
        elements.add(new Facts(labels.get(i), field + '.' + name, list.get(i), read));
      }
    }
    return elements;
  }

  /** By their names where each has one of its own, by their places else. */
  private static List<String> labels(String label, JsonNode list) {
    var labels = new ArrayList<String>();
    for (int i = 0; i < list.size(); i++) {
      var element = list.get(i);
      var named = NAMES.stream()
          .filter(name -> element.path(name).isTextual())
          .findFirst()
          .map(name -> element.path(name).textValue())
          .orElse(String.valueOf(i));
      var one = label + '[' + named + ']';
      labels.add(labels.contains(one) ? label + '[' + named + ' ' + i + ']' : one);
    }
    return labels;
  }

  /** Takes note that it was looked at with all that is in it. */
  void readAll() {
    read.add(label);
  }

  /** What nobody looked at, each as high up as nobody looked at any of it. */
  List<Unread> unread() {
    var found = new ArrayList<Unread>();
    collect(label, field, node, found);
    return found;
  }

  /** Parts of something that nobody looked at. */
  static List<Unread> parts(Unread of) {
    var found = new ArrayList<Unread>();
    inside(of.label(), of.field(), of.value(), (label, field, value) -> {
      if (isSet(value)) {
        found.add(new Unread(label, field, value));
      }
    });
    return found;
  }

  /** Whether nobody looked at any of it. */
  private boolean collect(String at, String name, JsonNode value, List<Unread> found) {
    if (!isSet(value)) {
      return true;
    }
    if (read.contains(at)) {
      return false;
    }
    var below = new ArrayList<Unread>();
    var untouched = new boolean[] {true};
    inside(
        at,
        name,
        value,
        (label, field, part) -> untouched[0] &= collect(label, field, part, below));
    if (untouched[0]) {
      found.add(new Unread(at, name, value));
    } else {
      found.addAll(below);
    }
    return untouched[0];
  }

  private interface Visitor {
    void part(String label, String field, JsonNode value);
  }

  private static void inside(String at, String name, JsonNode value, Visitor visitor) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(one ->
              visitor.part(at + '.' + one.getKey(), name + '.' + one.getKey(), one.getValue()));
    } else if (value.isArray()) {
      var labels = labels(at, value);
      for (int i = 0; i < value.size(); i++) {
        visitor.part(labels.get(i), name, value.get(i));
      }
    }
  }
}
