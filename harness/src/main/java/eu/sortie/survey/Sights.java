package eu.sortie.survey;

import eu.sortie.drill.JudgedLoss;
import eu.sortie.evidence.LossRow;
import eu.sortie.inventory.Change;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Observed;
import java.util.List;
import java.util.stream.Collectors;

/** Losses that belong together, and what they say in one word. */
final class Sights {

  private static final int MOST_WORDS = 160;

  private Sights() {}

  /** What became of something with these losses, at least one. */
  static Observed observed(List<LossRow> losses) {
    if (losses.stream().allMatch(Sights::isRefusal)) {
      return Observed.REFUSED;
    }
    return losses.stream().anyMatch(Sights::isGone) ? Observed.LOST : Observed.ALTERED;
  }

  /** The losses in one line, each sort once. */
  static String words(List<LossRow> losses) {
    return cut(losses.stream().map(Sights::words).distinct().collect(Collectors.joining("; ")));
  }

  /** What the end said, or how one looked before and after. */
  static String example(List<LossRow> losses) {
    return cut(losses.stream()
        .filter(Sights::isRefusal)
        .map(LossRow::why)
        .findFirst()
        .orElseGet(() -> losses.stream()
            .filter(row -> !row.trait().equals(Allowance.ITEM))
            .findFirst()
            .map(row -> row.became().isEmpty()
                ? "%s is gone".formatted(row.was())
                : "%s became %s"
                    .formatted(row.was().isEmpty() ? "nothing" : row.was(), row.became()))
            .orElse("")));
  }

  private static String words(LossRow row) {
    return isRefusal(row)
        ? "%s %s: %s".formatted(row.trait(), row.change(), row.why())
        : "%s %s".formatted(row.trait(), row.change());
  }

  private static boolean isRefusal(LossRow row) {
    return row.cause().equals("destination")
        && !row.change().equals(Change.UNEXPECTED.toString())
        && !row.why().isEmpty()
        && !JudgedLoss.NOBODY_SAID.contains(row.why());
  }

  private static boolean isGone(LossRow row) {
    return row.change().equals(Change.MISSING.toString())
        || row.change().equals(Change.LOST.toString());
  }

  private static String cut(String words) {
    var line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    int characters = line.codePointCount(0, line.length());
    return characters <= MOST_WORDS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_WORDS)) + "…";
  }
}
