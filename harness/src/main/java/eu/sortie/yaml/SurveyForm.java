package eu.sortie.yaml;

import eu.sortie.scenario.Survey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** How a profile came to be, as a file says it. */
final class SurveyForm {

  private static final String DATE = "date";
  private static final String END = "end";
  private static final String LIVE = "live";
  private static final String SERVER = "server";
  private static final String ESTATE = "estate";
  private static final String ITEMS = "items";
  private static final String DRILL = "drill";
  private static final String LIBRARIES = "libraries";
  private static final String VERSIONS = "versions";

  private SurveyForm() {}

  static Survey read(Part part) {
    var fields =
        part.fields().only(DATE, END, LIVE, SERVER, ESTATE, ITEMS, DRILL, LIBRARIES, VERSIONS);
    var versions = new TreeMap<String, String>();
    fields
        .find(VERSIONS)
        .map(Part::fields)
        .ifPresent(some ->
            some.names().forEach(name -> versions.put(name, some.value(name).words())));
    return new Survey(
        fields.required(DATE, "expected when").date(),
        fields.required(END, "expected the name of the end").words(),
        fields.required(LIVE, "expected whether it is the real thing").flag(),
        fields.find(SERVER).map(Part::words).orElse(""),
        fields.required(ESTATE, "expected what was planted").words(),
        ObservationForm.count(fields, ITEMS),
        fields.required(DRILL, "expected the id of the drill").scalar(),
        fields.find(LIBRARIES).map(Part::items).orElse(List.of()).stream()
            .map(Part::words)
            .toList(),
        versions);
  }

  static Node write(Survey survey) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(DATE, Pen.text(survey.date().toString()));
    fields.put(END, Pen.text(survey.end()));
    fields.put(LIVE, Pen.flag(survey.live()));
    ProfileFile.putWords(fields, SERVER, survey.server());
    fields.put(ESTATE, Pen.text(survey.estate()));
    fields.put(ITEMS, Pen.number(survey.items()));
    fields.put(DRILL, Pen.text(survey.drill()));
    fields.put(LIBRARIES, Pen.words(survey.libraries()));
    var versions = new LinkedHashMap<String, Node>();
    survey.versions().forEach((name, version) -> versions.put(name, Pen.text(version)));
    fields.put(VERSIONS, Pen.lines(versions));
    return Pen.lines(fields);
  }
}
