package eu.sortie.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How something ran at one end, to be held against how it runs at the other.
 *
 * @param entries what was seen, by what it is called
 * @param because why nothing could be seen; empty where something was
 */
public record Recording(Map<String, String> entries, Optional<String> because) {

  private static final int SHOWN = 80;

  public Recording {
    entries = Map.copyOf(entries);
  }

  /** What was seen. */
  public static Recording of(Map<String, String> entries) {
    return new Recording(entries, Optional.empty());
  }

  /** Nothing could be seen. */
  public static Recording unknown(String because) {
    return new Recording(Map.of(), Optional.of(because));
  }

  /** What is not the same in another one, each in one line. */
  public List<String> differences(Recording later) {
    var lines = new ArrayList<String>();
    for (var name : different(later)) {
      lines.add("%s: at the source %s, here %s"
          .formatted(name, shown(entries.get(name)), shown(later.entries.get(name))));
    }
    return lines;
  }

  /** The names of what is not the same in another one. */
  public List<String> different(Recording other) {
    return names(other).stream()
        .filter(name -> !Objects.equals(entries.get(name), other.entries.get(name)))
        .toList();
  }

  private TreeSet<String> names(Recording other) {
    var names = new TreeSet<>(entries.keySet());
    names.addAll(other.entries.keySet());
    return names;
  }

  private static String shown(@Nullable String text) {
    if (text == null) {
      return "none";
    }
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /** What was seen, in one line, by name alone: what a service answers may be nobody's business. */
  public String words() {
    return because.orElseGet(() -> shown(String.join(", ", new TreeSet<>(entries.keySet()))));
  }
}
