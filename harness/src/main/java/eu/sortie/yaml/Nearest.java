package eu.sortie.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which word was meant. */
final class Nearest {

  private static final int LONGEST_WORD = 40;

  private Nearest() {}

  /** Asks whether the nearest of the known words was meant; empty where none is near. */
  static String question(String seen, Collection<String> known) {
    if (seen.length() > LONGEST_WORD) {
      return "";
    }
    var written = plain(seen);
    // One slip in three letters still looks like the word; more is a guess in the dark.
    return known.stream()
        .filter(word -> distance(written, word) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparing(word -> distance(written, word)))
        .map("; did you mean '%s'?"::formatted)
        .orElse("");
  }

  private static int distance(String written, String word) {
    return LevenshteinDistance.getDefaultInstance().apply(written, plain(word));
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
