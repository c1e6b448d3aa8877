package eu.sortie.evidence;

/**
 * Text from an end made safe to look at: what has no shape of its own is written by its number.
 *
 * <p>A key may turn the reading direction round, clear a terminal or hide a character in the middle of a name. Reports show such
 * characters as {@code [U+202E]}; the exact text stays in outcome.json, losses.csv and the inventories.
 */
final class Visible {

  private Visible() {}

  static String text(String text) {
    if (text.codePoints().noneMatch(Visible::hides)) {
      return text;
    }
    var shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> {
      if (hides(character)) {
        shown.append("[U+%04X]".formatted(character));
      } else {
        shown.appendCodePoint(character);
      }
    });
    return shown.toString();
  }

  private static boolean hides(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE -> true;
      // U+FFFE, U+FFFF and their like are no characters: XML refuses them.
      default -> (character & 0xFFFE) == 0xFFFE;
    };
  }
}
