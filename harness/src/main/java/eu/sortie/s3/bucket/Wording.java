package eu.sortie.s3.bucket;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a piece of a configuration in one spelling, whatever the order and the white space it came in. */
final class Wording {

  /** What needs no quotes to be told from what stands around it. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s,=|{}\"\\\\]+");

  private static final Set<String> FLAGS =
      Set.of("ExpiredObjectDeleteMarker", "IsEnabled", "BucketKeyEnabled");

  private Wording() {}

  /** A text, in quotes where it could be taken for something else. */
  static String quoted(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Some texts whose order and number say nothing. */
  static String set(Collection<String> texts) {
    return texts.stream()
        .map(Wording::quoted)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(","));
  }

  /** What stands in an element, apart from its own name; empty where nothing does. */
  static String in(XmlElement element) {
    return parts(element).collect(Collectors.joining(", "));
  }

  private static Stream<String> parts(XmlElement element) {
    return element.children().stream()
        .map(Wording::of)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  /** An element with what stands in it; empty where nothing does. */
  static String of(XmlElement element) {
    if (element.isEmpty()) {
      return "";
    }
    if (!element.children().isEmpty()) {
      return element.name() + "{" + in(element) + "}";
    }
    var value = FLAGS.contains(element.name())
        ? element.text().strip().toLowerCase(Locale.ROOT)
        : element.name().equals("Date") ? date(element.text().strip()) : element.text();
    // A flag that is off is a flag that is not there.
    return FLAGS.contains(element.name()) && value.equals("false")
        ? ""
        : element.name() + "=" + quoted(value);
  }

  private static String date(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException odd) {
      return text;
    }
  }
}
