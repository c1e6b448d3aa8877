package eu.sortie.yaml;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who said what a file of capabilities states, and when, by a short key.
 *
 * @param retrieved the day all of it was looked up
 * @param titles each with its date
 */
record SourceList(LocalDate retrieved, Map<String, String> titles) {

  static final String SOURCE = "source";
  private static final String TITLE = "title";
  private static final String DATE = "date";
  private static final String UNKNOWN = "unknown";

  static SourceList none(LocalDate retrieved) {
    return new SourceList(retrieved, Map.of());
  }

  static SourceList read(Part part, LocalDate retrieved) {
    var titles = new TreeMap<String, String>();
    var fields = part.fields();
    for (var key : fields.names()) {
      var source = fields.value(key).fields().only(TITLE, DATE);
      var title = source.required(TITLE, "expected who says so").words();
      var date = source.required(DATE, "expected when, or 'unknown'");
      titles.put(
          key,
          date.scalar().equals(UNKNOWN)
              ? "%s, undated, seen %s".formatted(title, retrieved)
              : "%s, %s".formatted(title, date.date()));
    }
    return new SourceList(retrieved, titles);
  }

  /** The sources a statement must name. */
  String required(Fields fields) {
    return named(fields.required(
        SOURCE, "expected the keys of who says so, as in [%s]".formatted(example())));
  }

  /** The sources a statement names, in words. */
  String named(Part part) {
    List<Part> items = part.items();
    if (items.isEmpty()) {
      throw part.wrong("no source is named, expected at least one key of 'sources'");
    }
    return items.stream().map(this::title).collect(Collectors.joining("; "));
  }

  private String title(Part item) {
    var key = item.words();
    var title = titles.get(key);
    if (title == null) {
      throw item.wrong("there is no source %s; 'sources' has %s%s"
          .formatted(
              Fields.shown(key),
              titles.isEmpty() ? "none" : String.join(", ", titles.keySet()),
              Nearest.question(key, titles.keySet())));
    }
    return title;
  }

  private String example() {
    return titles.keySet().stream().findFirst().orElse("S1");
  }
}
