package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A place in a document, found by its path as {@link Paths} spells it: {@code spec.containers[name=web].image}.
 *
 * <p>A path is only understood together with its document, for a name of an element may hold any character: each field and each element
 * that is there is spelled as {@link Paths} would, and followed where the path goes on like that. What is found is therefore what was
 * laid out, or nothing.
 */
final class DocumentPath {

  /**
   * One step down.
   *
   * @param into what it leads into: an object or a list
   * @param field the name of the field; empty in a list
   * @param index the place in the list; -1 in an object
   * @param path the path so far, this step included
   */
  private record Step(JsonNode into, String field, int index, String path) {

    JsonNode value() {
      return index < 0 ? into.get(field) : into.get(index);
    }
  }

  private final List<Step> steps;

  private DocumentPath(List<Step> steps) {
    this.steps = steps;
  }

  /** Finds it; empty where the document has no such place. */
  static Optional<DocumentPath> find(JsonNode document, String path) {
    var steps = new ArrayDeque<Step>();
    return !path.isEmpty() && goesOn(document, path, 0, steps)
        ? Optional.of(new DocumentPath(List.copyOf(steps)))
        : Optional.empty();
  }

  JsonNode value() {
    return last().value();
  }

  void set(JsonNode value) {
    if (last().into() instanceof ObjectNode object) {
      object.set(last().field(), value);
    } else if (last().into() instanceof ArrayNode list) {
      list.set(last().index(), value);
    }
  }

  void remove() {
    if (last().into() instanceof ObjectNode object) {
      object.remove(last().field());
    } else if (last().into() instanceof ArrayNode list) {
      list.remove(last().index());
    }
  }

  /** The name of the field; empty for an element of a list. */
  String field() {
    return last().field();
  }

  /** The place in its list; -1 for a field. */
  int index() {
    return last().index();
  }

  @Override
  public String toString() {
    return last().path();
  }

  /** The object or list it is in; empty where that is the document. */
  Optional<DocumentPath> above() {
    return steps.size() == 1
        ? Optional.empty()
        : Optional.of(new DocumentPath(steps.subList(0, steps.size() - 1)));
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }

  private static boolean goesOn(JsonNode node, String path, int from, Deque<Step> steps) {
    if (from == path.length()) {
      return true;
    }
    return node.isObject()
        ? throughField(node, path, from, steps)
        : node.isArray() && path.charAt(from) == '[' && throughElement(node, path, from, steps);
  }

  private static boolean throughField(JsonNode node, String path, int from, Deque<Step> steps) {
    for (var field : node.properties()) {
      var here = Paths.join(path.substring(0, from), field.getKey());
      if (path.startsWith(here) && leads(new Step(node, field.getKey(), -1, here), path, steps)) {
        return true;
      }
    }
    return false;
  }

  private static boolean throughElement(JsonNode node, String path, int from, Deque<Step> steps) {
    // A name of an element may hold brackets of its own.
    for (int end = path.indexOf(']', from); end >= 0; end = path.indexOf(']', end + 1)) {
      var label = path.substring(from + 1, end);
      for (int i = 0; i < node.size(); i++) {
        if (isNamed(label, i, node.get(i))
            && leads(new Step(node, "", i, path.substring(0, end + 1)), path, steps)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leads(Step step, String path, Deque<Step> steps) {
    steps.addLast(step);
    if (goesOn(step.value(), path, step.path().length(), steps)) {
      return true;
    }
    steps.removeLast();
    return false;
  }

  private static boolean isNamed(String label, int index, JsonNode element) {
    return label.equals(String.valueOf(index))
        || label.equals("=" + element)
        || hasKeys(element, label);
  }

  private static boolean hasKeys(JsonNode element, String label) {
    return element.properties().stream().anyMatch(field -> {
      var key = field.getKey() + "=" + Meaning.text(field.getValue());
      return label.equals(key)
          || (label.startsWith(key + ",") && hasKeys(element, label.substring(key.length() + 1)));
    });
  }
}
