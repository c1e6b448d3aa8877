package eu.sortie.yaml;

import eu.sortie.scenario.ObservedCase;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** What was observed of one planted case, as a file says it: one line. */
final class CaseForm {

  private static final String CASE = "case";
  private static final String WHAT = "what";
  private static final String FORETOLD = "foretold";

  private CaseForm() {}

  static ObservedCase read(Part part) {
    var fields =
        part.fields().only(CASE, WHAT, FORETOLD, ObservationForm.OBSERVED, ObservationForm.WORDS);
    return new ObservedCase(
        fields.required(CASE, "expected its number in the failure catalogue").words(),
        fields.required(WHAT, "expected what it is").words(),
        fields.required(FORETOLD, "expected whether a loss was declared").flag(),
        ObservationForm.observed(fields),
        fields.find(ObservationForm.WORDS).map(Part::words).orElse(""));
  }

  static Node write(ObservedCase observed) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(CASE, Pen.text(observed.id()));
    fields.put(WHAT, Pen.text(observed.what()));
    fields.put(FORETOLD, Pen.flag(observed.foretold()));
    fields.put(ObservationForm.OBSERVED, Pen.text(observed.observed().toString()));
    ProfileFile.putWords(fields, ObservationForm.WORDS, observed.words());
    return Pen.line(fields);
  }
}
