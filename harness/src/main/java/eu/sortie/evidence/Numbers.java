package eu.sortie.evidence;

import java.util.Locale;

/** Counts as people read them. */
final class Numbers {

  private Numbers() {}

  /** In groups of three: {@code 12 480}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }

  /** With its noun: {@code 1 item}, {@code 12 480 items}. */
  static String counted(long count, String noun) {
    return grouped(count) + ' ' + noun + (count == 1 ? "" : "s");
  }
}
