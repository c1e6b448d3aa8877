package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.k8s.DrawnResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A resource that is being drawn up. */
final class Draft {

  /** By which pods are found. */
  static final String APP = "app";

  private static final int LONGEST_VALUE = 2000;

  private final String name;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> lost = new TreeMap<>();
  private final List<DrawnResource.Made> made = new ArrayList<>();

  Draft(String apiVersion, String kind, String name) {
    this.name = name;
    document.put("apiVersion", apiVersion).put("kind", kind);
    document.putObject("metadata").put("name", name);
  }

  String name() {
    return name;
  }

  Place place() {
    return new Place(this, "", document);
  }

  /** Names the app on it, and how the source called that where it was otherwise. */
  void label(String app, String calledBefore) {
    labelled(place().in("metadata").in("labels"), app, calledBefore);
  }

  static void labelled(Place labels, String app, String calledBefore) {
    if (app.equals(calledBefore)) {
      labels.set(APP, app);
    } else {
      labels.set(APP, app, Rule.NAME, calledBefore);
    }
  }

  void made(String at, String before, Rule rule) {
    made.add(new DrawnResource.Made(at, before, rule.label(), rule.because()));
  }

  /** Forgets what was made of a field that was taken out again. */
  void unmade(String at) {
    made.removeIf(one -> one.at().startsWith(at + '/') || one.at().equals(at));
  }

  /** Names what no field can hold. */
  void lost(String label, String value, String because) {
    var shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    lost.put(label, "%s. %s".formatted(shown, because));
  }

  /** Names everything that is set and that nobody looked at. */
  void lostRest(Facts facts) {
    Reasons.shipped()
        .lost(facts.unread())
        .forEach(one -> lost(one.what().label(), spelled(one.what().value()), one.because()));
  }

  private static String spelled(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  DrawnResource drawn() {
    return new DrawnResource(document.deepCopy(), lost, made);
  }
}
