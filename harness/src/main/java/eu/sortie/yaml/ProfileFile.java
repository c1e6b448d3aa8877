package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Profile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** A {@link Profile} as a file; an environment may name it as the capabilities of an end. */
public final class ProfileFile {

  static final String PROFILE = "profile";
  private static final String SURVEY = "survey";
  private static final String DECLARED_BY = "declared-by";
  private static final String TRAITS = "traits";
  private static final String CASES = "cases";
  private static final String KEYS = "keys";
  private static final String KEY = "key";
  private static final String LOST = "lost";
  private static final String DIFFERENCES = "differences";

  private ProfileFile() {}

  /**
   * Reads a profile.
   *
   * @throws Misuse with the line of what is wrong, or for a file that cannot be read
   */
  public static Profile read(Path file) {
    return read(Document.of(Page.of(file), "a profile").fields());
  }

  static Profile read(Fields document) {
    var fields = document.only(PROFILE, SURVEY, DECLARED_BY, TRAITS, CASES, KEYS, DIFFERENCES);
    return new Profile(
        fields.required(PROFILE, "expected what reports call it").words(),
        SurveyForm.read(fields.required(SURVEY, "expected how it was observed")),
        fields.find(DECLARED_BY).map(Part::words).orElse(""),
        fields.required(TRAITS, "expected what was observed, trait by trait").items().stream()
            .map(ObservationForm::read)
            .toList(),
        fields.required(CASES, "expected what was observed, case by case").items().stream()
            .map(CaseForm::read)
            .toList(),
        fields.find(KEYS).map(ProfileFile::keys).orElseGet(TreeMap::new));
  }

  /** Writes a profile. */
  public static String write(Profile profile) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(PROFILE, Pen.text(profile.name()));
    fields.put(SURVEY, SurveyForm.write(profile.survey()));
    if (!profile.declaredBy().isEmpty()) {
      fields.put(DECLARED_BY, Pen.text(profile.declaredBy()));
    }
    fields.put(
        DIFFERENCES, Pen.items(profile.differences().stream().map(Pen::text).toList()));
    fields.put(
        TRAITS, Pen.items(profile.traits().stream().map(ObservationForm::write).toList()));
    fields.put(CASES, Pen.items(profile.cases().stream().map(CaseForm::write).toList()));
    fields.put(
        KEYS, Pen.items(profile.keys().entrySet().stream().map(ProfileFile::key).toList()));
    return Pen.write(Pen.lines(fields));
  }

  private static SortedMap<String, String> keys(Part list) {
    var keys = new TreeMap<String, String>();
    for (var item : list.items()) {
      var fields = item.fields().only(KEY, LOST);
      keys.put(
          fields.required(KEY, "expected a key of the bucket").text(),
          fields.required(LOST, "expected what is lost on it").words());
    }
    return keys;
  }

  /** As a value: YAML has no keys of 1024 bytes, and buckets have. */
  private static Node key(Map.Entry<String, String> entry) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(KEY, Pen.text(entry.getKey()));
    fields.put(LOST, Pen.text(entry.getValue()));
    return Pen.line(fields);
  }

  /** A line with the words of a part only where there are any. */
  static void putWords(Map<String, Node> fields, String key, String words) {
    if (!words.isBlank()) {
      fields.put(key, Pen.text(words));
    }
  }
}
