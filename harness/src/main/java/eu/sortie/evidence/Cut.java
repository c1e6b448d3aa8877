package eu.sortie.evidence;

/**
 * Values short enough for a table: what is longer is cut and says by how much.
 *
 * <p>A digest has 64 characters and so is never cut; neither is a name of an item, since it must be found again.
 */
final class Cut {

  /** How many characters of a value are shown. */
  static final int MOST_CHARACTERS = 512;

  private Cut() {}

  /** Counts characters, not UTF-16 units, so that no character is cut in two. */
  static String text(String text) {
    int characters = text.codePointCount(0, text.length());
    if (characters <= MOST_CHARACTERS) {
      return text;
    }
    return "%s… [%s more characters cut]"
        .formatted(
            text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)),
            Numbers.grouped(characters - MOST_CHARACTERS));
  }
}
