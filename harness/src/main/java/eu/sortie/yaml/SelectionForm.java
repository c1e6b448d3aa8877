package eu.sortie.yaml;

import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** What leaves, as a file says it: {@code objects: {bucket: photos, under: 2026/}} or {@code resources: {namespace: shop}}. */
final class SelectionForm {

  private static final String OBJECTS = "objects";
  private static final String BUCKET = "bucket";
  private static final String UNDER = "under";
  private static final String INTO = "into";
  private static final String RESOURCES = "resources";
  private static final String NAMESPACE = "namespace";
  private static final String UNTRANSLATED = "untranslated";
  private static final String REPLACE = "replace";

  private SelectionForm() {}

  static Selection read(Part export) {
    var fields = export.fields().only(OBJECTS, RESOURCES);
    if (fields.names().size() != 1) {
      throw export.wrong(
          "expected what leaves, as in 'objects: {bucket: photos}' or 'resources: {namespace: shop}', saw %s"
              .formatted(fields.names().isEmpty() ? "nothing" : "both; make two scenarios of it"));
    }
    return fields.find(RESOURCES).map(SelectionForm::resources).orElseGet(() -> objects(fields));
  }

  private static Selection objects(Fields export) {
    var objects = export.value(OBJECTS).fields().only(BUCKET, UNDER, INTO);
    var bucket = objects.required(BUCKET, "expected the name of a bucket at the source");
    return new ObjectSelection(
        bucket.words(),
        objects.find(UNDER).map(Part::text).orElse(""),
        objects.find(INTO).map(Part::words).orElse(""));
  }

  private static Selection resources(Part part) {
    var resources = part.fields().only(NAMESPACE, INTO, UNTRANSLATED, REPLACE);
    var namespace = resources.required(NAMESPACE, "expected the name of a namespace at the source");
    return new ResourceSelection(
        namespace.words(),
        resources.find(INTO).map(Part::words).orElse(""),
        resources
            .find(UNTRANSLATED)
            .map(rules -> rules.items().stream().map(Part::words).toList())
            .orElse(List.of()),
        resources
            .find(REPLACE)
            .map(texts -> texts.items().stream().map(ReplacementForm::read).toList())
            .orElse(List.of()));
  }

  static Node write(Selection selection) {
    return selection instanceof ResourceSelection resources
        ? write(resources)
        : write((ObjectSelection) selection);
  }

  private static Node write(ResourceSelection resources) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(NAMESPACE, Pen.text(resources.namespace()));
    if (!resources.into().isEmpty()) {
      fields.put(INTO, Pen.text(resources.into()));
    }
    if (!resources.untranslated().isEmpty()) {
      fields.put(UNTRANSLATED, Pen.words(resources.untranslated()));
    }
    if (!resources.replacements().isEmpty()) {
      fields.put(
          REPLACE,
          Pen.items(
              resources.replacements().stream().map(ReplacementForm::write).toList()));
    }
    return Pen.lines(Map.of(RESOURCES, Pen.lines(fields)));
  }

  private static Node write(ObjectSelection objects) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(BUCKET, Pen.text(objects.bucket()));
    if (!objects.under().isEmpty()) {
      fields.put(UNDER, Pen.text(objects.under()));
    }
    if (!objects.into().isEmpty()) {
      fields.put(INTO, Pen.text(objects.into()));
    }
    return Pen.lines(Map.of(OBJECTS, Pen.line(fields)));
  }
}
