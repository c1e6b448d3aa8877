package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.TreeMap;

/** What keeps an object from being deleted, in one spelling for every end. */
final class Locks {

  static final String ON = "ON";

  private Locks() {}

  /** Mode and date of a retention; absent where neither is shown. */
  static Value retention(String mode, String until) {
    var entries = new TreeMap<String, String>();
    if (!mode.isEmpty()) {
      entries.put("mode", mode);
    }
    if (!until.isEmpty()) {
      entries.put("until", instant(until));
    }
    return Value.entries(entries);
  }

  static Value legalHold(String status) {
    return status.equalsIgnoreCase(ON) ? Value.text(ON) : Value.absent();
  }

  /** Servers write the same instant with and without fractions. */
  static String instant(String text) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).toString();
    } catch (DateTimeParseException odd) {
      return text;
    }
  }
}
