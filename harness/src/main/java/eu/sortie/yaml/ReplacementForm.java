package eu.sortie.yaml;

import eu.sortie.scenario.Replacement;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** A replacement as a file says it: {@code text}, {@code by} and {@code because}. */
final class ReplacementForm {

  private static final String TEXT = "text";
  private static final String BY = "by";
  private static final String BECAUSE = "because";

  private ReplacementForm() {}

  static Replacement read(Part item) {
    var fields = item.fields().only(TEXT, BY, BECAUSE);
    var text = fields.required(TEXT, "expected what stands there at the source");
    if (text.text().isEmpty()) {
      throw text.wrong("expected the text that is replaced, saw an empty one");
    }
    var by = fields.required(BY, "expected what stands there at the destination");
    var because = fields.required(BECAUSE, "expected why the replacement is right");
    return new Replacement(text.text(), by.text(), because.words());
  }

  static Node write(Replacement replacement) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(TEXT, Pen.text(replacement.text()));
    fields.put(BY, Pen.text(replacement.by()));
    fields.put(BECAUSE, Pen.text(replacement.because()));
    return Pen.lines(fields);
  }
}
