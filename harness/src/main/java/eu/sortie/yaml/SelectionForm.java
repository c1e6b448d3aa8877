package eu.sortie.yaml;

import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** What leaves, as a file says it: {@code objects: {bucket: photos, under: 2026/}}. */
final class SelectionForm {

  private static final String OBJECTS = "objects";
  private static final String BUCKET = "bucket";
  private static final String UNDER = "under";
  private static final String INTO = "into";

  private SelectionForm() {}

  static Selection read(Part export) {
    var objects = export
        .fields()
        .only(OBJECTS)
        .required(OBJECTS, "expected what leaves, as in 'objects: {bucket: photos}'")
        .fields()
        .only(BUCKET, UNDER, INTO);
    var bucket = objects.required(BUCKET, "expected the name of a bucket at the source");
    return new ObjectSelection(
        bucket.words(),
        objects.find(UNDER).map(Part::text).orElse(""),
        objects.find(INTO).map(Part::words).orElse(""));
  }

  static Node write(Selection selection) {
    var objects = (ObjectSelection) selection;
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
