package eu.sortie.yaml;

import eu.sortie.inventory.Tally;
import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.scenario.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** What was declared and observed of one trait, as a file says it: one line. */
final class ObservationForm {

  static final String OBSERVED = "observed";
  static final String WORDS = "words";
  private static final String KIND = "kind";
  private static final String TRAIT = "trait";
  private static final String DECLARED = "declared";
  private static final String DIFFERING = "differing";
  private static final String KEPT = "kept";
  private static final String ALTERED = "altered";
  private static final String LOST = "lost";
  private static final String UNKNOWN = "unknown";
  private static final String ABSENT = "absent";

  private ObservationForm() {}

  static Observation read(Part part) {
    var fields = part.fields()
        .only(
            KIND, TRAIT, DECLARED, OBSERVED, DIFFERING, KEPT, ALTERED, LOST, UNKNOWN, ABSENT,
            WORDS);
    return new Observation(
        new Subject(
            fields.required(KIND, "expected object, delete-marker or bucket").words(),
            fields.required(TRAIT, "expected the name of a trait").words()),
        fields.required(DECLARED, "expected what was said before").as(StatementForm::status),
        observed(fields),
        count(fields, DIFFERING),
        new Tally(
            count(fields, KEPT),
            count(fields, ALTERED),
            count(fields, LOST),
            count(fields, UNKNOWN),
            count(fields, ABSENT)),
        fields.find(WORDS).map(Part::words).orElse(""));
  }

  static Node write(Observation observation) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(KIND, Pen.text(observation.subject().kind()));
    fields.put(TRAIT, Pen.text(observation.subject().trait()));
    fields.put(DECLARED, Pen.text(observation.declared().toString()));
    fields.put(OBSERVED, Pen.text(observation.observed().toString()));
    var tally = observation.tally();
    fields.put(DIFFERING, Pen.number(observation.differing()));
    fields.put(KEPT, Pen.number(tally.kept()));
    fields.put(ALTERED, Pen.number(tally.altered()));
    fields.put(LOST, Pen.number(tally.lost()));
    fields.put(UNKNOWN, Pen.number(tally.unknown()));
    fields.put(ABSENT, Pen.number(tally.absent()));
    ProfileFile.putWords(fields, WORDS, observation.words());
    return Pen.line(fields);
  }

  static Observed observed(Fields fields) {
    return fields
        .required(OBSERVED, "expected what was seen")
        .as(word -> Observed.of(word)
            .orElseThrow(() -> new IllegalArgumentException("expected one of %s, saw '%s'"
                .formatted(
                    Arrays.stream(Observed.values())
                        .map(Observed::toString)
                        .collect(Collectors.joining(", ")),
                    word))));
  }

  static long count(Fields fields, String key) {
    var part = fields.required(key, "expected how many");
    try {
      return part.decimal().longValueExact();
    } catch (ArithmeticException fraction) {
      throw part.wrong("expected a whole number, as in 12");
    }
  }
}
