package eu.sortie.yaml;

import eu.sortie.scenario.Limit;
import eu.sortie.scenario.Statement;
import eu.sortie.scenario.Status;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One statement as a file says it: whether something is kept, who says so, and whether that is from memory. */
final class StatementForm {

  private static final String STATUS = "status";
  private static final String NOTE = "note";
  private static final String UNVERIFIED = "unverified";
  private static final String VALUE = "value";
  private static final String STATUSES =
      Arrays.stream(Status.values()).map(Status::toString).collect(Collectors.joining(", "));

  private StatementForm() {}

  static Statement read(Part part, SourceList sources) {
    var fields = part.fields().only(STATUS, NOTE, UNVERIFIED, SourceList.SOURCE);
    var status = fields.required(STATUS, "expected one of " + STATUSES).as(StatementForm::status);
    var note = note(fields);
    if (status == Status.LIMITED && note.isEmpty()) {
      throw part.wrong("the key 'note' is missing, expected in what it is limited");
    }
    return new Statement(
        status, note, source(fields, sources, status == Status.UNKNOWN), isVerified(fields));
  }

  static Limit limit(Part part, SourceList sources) {
    var fields = part.fields().only(VALUE, NOTE, UNVERIFIED, SourceList.SOURCE);
    var value = fields.required(VALUE, "expected how much, as in \"10000\"").decimal();
    return new Limit(value, note(fields), source(fields, sources, false), isVerified(fields));
  }

  static Status status(String word) {
    return Arrays.stream(Status.values())
        .filter(one -> one.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected one of %s, saw '%s'%s"
            .formatted(
                STATUSES,
                word,
                Nearest.question(
                    word, Arrays.stream(Status.values()).map(Status::toString).toList()))));
  }

  private static String note(Fields fields) {
    return fields.find(NOTE).map(Part::words).orElse("");
  }

  private static boolean isVerified(Fields fields) {
    return !fields.find(UNVERIFIED).map(Part::flag).orElse(false);
  }

  /** Whoever has no source says that it is from memory: nothing is claimed on nobody's word. */
  private static String source(Fields fields, SourceList sources, boolean claimsNothing) {
    var named = fields.find(SourceList.SOURCE);
    if (named.isPresent()) {
      return sources.named(named.get());
    }
    return claimsNothing || !isVerified(fields) ? "" : sources.required(fields);
  }
}
