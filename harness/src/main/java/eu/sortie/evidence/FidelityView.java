package eu.sortie.evidence;

import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import java.util.List;

/** Fidelity in the report: counts, with a bar that shows their shares. */
record FidelityView(
    String items, String arrived, String missing, String unexpected, List<Row> rows) {

  /** How long a bar is, in the units of its picture. */
  static final long WHOLE = 1000;

  /** A part that is not nothing is never drawn as nothing. */
  static final long LEAST = 8;

  /** How the items fared in one trait; the numbers behind the words are where the bar's parts begin and how long they are. */
  record Row(
      String trait,
      String kept,
      String altered,
      String lost,
      String unknown,
      String absent,
      boolean hasLoss,
      long keptWidth,
      long lossStart,
      long lossWidth,
      long unknownStart,
      long unknownWidth) {

    static Row of(String trait, Tally tally) {
      long all = Math.max(1, tally.items());
      long loss = tally.altered() + tally.lost();
      long leastKept = tally.kept() == 0 ? 0 : LEAST;
      long leastUnknown = tally.unknown() == 0 ? 0 : LEAST;
      long lossWidth = width(loss, all, WHOLE - leastKept - leastUnknown);
      long unknownWidth = width(tally.unknown(), all, WHOLE - leastKept - lossWidth);
      long keptWidth = width(tally.kept(), all, WHOLE - lossWidth - unknownWidth);
      return new Row(
          trait,
          Numbers.grouped(tally.kept()),
          Numbers.grouped(tally.altered()),
          Numbers.grouped(tally.lost()),
          Numbers.grouped(tally.unknown()),
          Numbers.grouped(tally.absent()),
          loss > 0,
          keptWidth,
          keptWidth,
          lossWidth,
          keptWidth + lossWidth,
          unknownWidth);
    }

    private static long width(long part, long all, long most) {
      long share = Math.round((double) part / all * WHOLE);
      return part == 0 ? 0 : Math.min(most, Math.max(LEAST, share));
    }
  }

  static FidelityView of(Fidelity fidelity) {
    return new FidelityView(
        Numbers.grouped(fidelity.items()),
        Numbers.grouped(fidelity.arrived()),
        Numbers.grouped(fidelity.missing()),
        Numbers.grouped(fidelity.unexpected()),
        fidelity.traits().entrySet().stream()
            .map(entry -> Row.of(entry.getKey().name(), entry.getValue()))
            .toList());
  }
}
