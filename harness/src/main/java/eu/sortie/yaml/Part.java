package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One part of a file, with the line it is written in.
 *
 * @param file as the user named it
 * @param node as YAML read it
 * @param what it is called in messages
 */
record Part(String file, Node node, String what) {

  /** Longer than any quantity; a number with a hundred thousand digits only keeps us busy. */
  private static final int MOST_QUANTITY = 200;

  private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");

  Place place() {
    return new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  /** Says what is wrong with it. */
  Misuse wrong(String message) {
    return Misuse.at(place(), what + ": " + message);
  }

  /** The same under another name. */
  Part called(String name) {
    return new Part(file, node, name);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** The text it is, which may be empty; a number is none, for nobody knows how many zeros it had. */
  String text() {
    if (node instanceof ScalarNode scalar && isText()) {
      return scalar.getValue();
    }
    throw wrong("expected text, saw %s%s"
        .formatted(seen(), node instanceof ScalarNode && !isNull() ? "; put it in quotes" : ""));
  }

  /** The text it is, which says something. */
  String words() {
    var text = text();
    if (text.isBlank()) {
      throw wrong("expected text, saw an empty one");
    }
    return text;
  }

  /** What is written there, whatever YAML takes it for. */
  String scalar() {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return scalar.getValue();
    }
    throw wrong("expected a single value, saw " + seen());
  }

  boolean flag() {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw wrong("expected true or false, saw " + seen());
  }

  /** An exact number, zero or more; quotes keep other readers of the file from making a fraction of twos of it. */
  BigDecimal decimal() {
    var written = quantity(scalar());
    if (!DECIMAL.matcher(written).matches()) {
      throw wrong("expected a number of zero or more, as in \"0.09\", saw '%s'".formatted(written));
    }
    return new BigDecimal(written);
  }

  LocalDate date() {
    var written = quantity(scalar());
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException notOne) {
      throw wrong("expected a date, as in 2026-11-01, saw '%s'".formatted(written));
    }
  }

  /** Reads it with a rule that says itself what it expects. */
  <T> T as(Function<String, T> rule) {
    var written = quantity(text());
    try {
      return rule.apply(written);
    } catch (IllegalArgumentException notSuch) {
      throw wrong(String.valueOf(notSuch.getMessage()));
    }
  }

  /** Its items, each under the name of the whole. */
  List<Part> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(item -> new Part(file, item, what)).toList();
    }
    throw wrong("expected a list, saw %s; begin each item with '- '".formatted(seen()));
  }

  Fields fields() {
    if (node instanceof MappingNode map) {
      return Fields.of(this, map);
    }
    throw wrong("expected keys with values, as in 'key: value', saw " + seen());
  }

  /** What it is, without what it says: that could be a secret. */
  String seen() {
    if (node instanceof MappingNode) {
      return "keys with values";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (isNull()) {
      return "nothing";
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return "true or false";
    }
    return isText() ? "text" : "a number";
  }

  private boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  private boolean isText() {
    return !List.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT).contains(node.getTag());
  }

  private String quantity(String written) {
    if (written.length() > MOST_QUANTITY) {
      throw wrong(
          "expected at most %d characters, saw %d".formatted(MOST_QUANTITY, written.length()));
    }
    return written;
  }
}
