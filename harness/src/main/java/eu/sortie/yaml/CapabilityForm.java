package eu.sortie.yaml;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Capabilities.KeyRule;
import eu.sortie.scenario.Limit;
import eu.sortie.scenario.Statement;
import eu.sortie.scenario.Subject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The capabilities of a destination as a file says them: every statement with its source. */
final class CapabilityForm {

  static final String CAPABILITIES = "capabilities";
  static final String ABOUT = "about";
  static final String RETRIEVED = "retrieved";
  static final String SOURCES = "sources";
  static final String KEYS = "keys";
  static final String LIMITS = "limits";
  static final String CLASSES = "storage-classes";

  private static final String PATTERN = "pattern";
  private static final String BECAUSE = "because";
  private static final String SOURCE = "source";
  private static final String READS_BACK = "reads-back";
  private static final Pattern LIMIT = Pattern.compile("[a-z]+(-[a-z]+)*");

  private final SourceList sources;

  private CapabilityForm(SourceList sources) {
    this.sources = sources;
  }

  static Capabilities read(Fields document, String name) {
    var fields = document.only(
        CAPABILITIES,
        ABOUT,
        RETRIEVED,
        SOURCES,
        "object",
        "delete-marker",
        "bucket",
        KEYS,
        LIMITS,
        CLASSES);
    var whose = fields.required(CAPABILITIES, "expected whose they are").words();
    fields.find(ABOUT).ifPresent(Part::words);
    var retrieved =
        fields.required(RETRIEVED, "expected the day they were found").date();
    var form = new CapabilityForm(fields
        .find(SOURCES)
        .map(part -> SourceList.read(part, retrieved))
        .orElseGet(() -> SourceList.none(retrieved)));
    return new Capabilities(
        name,
        "%s, as of %s".formatted(whose, retrieved),
        form.statements(fields),
        fields.find(KEYS).map(form::keys).orElse(List.of()),
        fields.find(CLASSES).map(form::classes).orElseGet(TreeMap::new),
        fields.find(LIMITS).map(form::limits).orElseGet(TreeMap::new));
  }

  private SortedMap<Subject, Statement> statements(Fields fields) {
    var statements = new TreeMap<Subject, Statement>();
    for (var kind : Subjects.kinds()) {
      fields.find(kind).ifPresent(part -> statements.putAll(ofKind(kind, part)));
    }
    return statements;
  }

  private Map<Subject, Statement> ofKind(String kind, Part part) {
    var statements = new TreeMap<Subject, Statement>();
    var fields = part.fields().only(Subjects.of(kind).toArray(String[]::new));
    for (var trait : fields.names()) {
      statements.put(new Subject(kind, trait), StatementForm.read(fields.value(trait), sources));
    }
    return statements;
  }

  private List<KeyRule> keys(Part list) {
    return list.items().stream().map(this::key).toList();
  }

  private KeyRule key(Part item) {
    var fields = item.fields().only(PATTERN, BECAUSE, SOURCE);
    var pattern =
        fields.required(PATTERN, "expected a regular expression that is found in such keys");
    var because =
        fields.required(BECAUSE, "expected why such keys are not kept").words();
    var source = sources.required(fields);
    try {
      return new KeyRule(pattern.words(), "%s (%s)".formatted(because, source));
    } catch (PatternSyntaxException broken) {
      throw pattern.wrong(
          "this is not a regular expression: %s".formatted(broken.getDescription()));
    }
  }

  private SortedMap<String, String> classes(Part part) {
    var fields = part.fields().only(SOURCE, READS_BACK);
    sources.required(fields);
    var classes = new TreeMap<String, String>();
    var map = fields
        .required(READS_BACK, "expected the class that is read, by the class that was written")
        .fields();
    map.names().forEach(written -> classes.put(written, map.value(written).words()));
    return classes;
  }

  private SortedMap<String, Limit> limits(Part part) {
    var limits = new TreeMap<String, Limit>();
    var fields = part.fields();
    for (var name : fields.names()) {
      if (!LIMIT.matcher(name).matches()) {
        throw fields.at(
            name,
            "%s is not the name of a limit, expected lower case words joined by hyphens, as in max-object-bytes"
                .formatted(Fields.shown(name)));
      }
      limits.put(name, StatementForm.limit(fields.value(name), sources));
    }
    return limits;
  }
}
