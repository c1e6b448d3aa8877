package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen of one trait of one item. */
public sealed interface Value {

  /** Says that the trait has this text. */
  static Value text(String text) {
    return new Text(text);
  }

  /** Says that the trait is this set of names with values; none at all is the same as {@link #absent()}. */
  static Value entries(Map<String, String> entries) {
    return entries.isEmpty() ? Absent.ABSENT : new Entries(new TreeMap<>(entries));
  }

  /** Says that it was looked for and the item has none. */
  static Value absent() {
    return Absent.ABSENT;
  }

  /** Says that nobody could look, and why: it never counts as kept. */
  static Value unknown(String because) {
    return new Unknown(because);
  }

  /** One text, compared character by character. */
  record Text(String text) implements Value {
    public Text {
      requireNonNull(text, "text");
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Names with values, at least one, whose order says nothing. */
  record Entries(SortedMap<String, String> entries) implements Value {
    public Entries {
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("entries without a single name are Value.absent()");
      }
      entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /** The item was looked at and has no such trait. */
  enum Absent implements Value {
    ABSENT;

    @Override
    public String toString() {
      return "";
    }
  }

  /** The trait could not be seen. */
  record Unknown(String because) implements Value {
    public Unknown {
      requireNonNull(because, "because");
    }

    @Override
    public String toString() {
      return "unknown: " + because;
    }
  }
}
