package eu.sortie.evidence;

import eu.sortie.drill.Outcome;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Restoring;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What is archived, and what restoring it would take, as reports show it: never as a part of the drill's own bill. */
record RestoringView(List<Row> classes, String cost, List<Line> lines, boolean whole) {

  /** What is archived in one storage class. */
  record Row(String storageClass, String objects, String bytes, String how) {}

  /** What one price would charge for. */
  record Line(String price, String tariff, boolean verified, String money, String quantity) {}

  static RestoringView of(Outcome outcome) {
    var restoring = outcome.restoring();
    return new RestoringView(
        restoring.classes().stream().map(RestoringView::row).toList(),
        cost(restoring),
        restoring.cost().lines().stream().map(RestoringView::line).toList(),
        Words.exited(outcome));
  }

  private static Row row(Restoring.OfClass one) {
    var archived = one.archived();
    return new Row(
        one.storageClass(),
        Numbers.grouped(archived.objects()),
        (archived.unsized() > 0 ? "at least " : "") + Bytes.print(archived.bytes()),
        how(one));
  }

  private static String how(Restoring.OfClass one) {
    if (!one.isPriced()) {
      return "cost unknown because " + one.unknownBecause();
    }
    return one.longestWait() == null
        ? "tier %s; time to wait unknown because the price list does not say".formatted(one.tier())
        : "tier %s, up to %s to wait".formatted(one.tier(), Durations.print(one.longestWait()));
  }

  /** A sum without one of the classes says so: what is unknown is not nothing. */
  private static String cost(Restoring restoring) {
    var unpriced = restoring.unpriced();
    if (unpriced.size() == restoring.classes().size()) {
      return "unknown";
    }
    var known = Words.totals(restoring.cost()) + " at list price";
    return unpriced.isEmpty()
        ? known
        : "%s, not counting %s, whose price is unknown"
            .formatted(known, String.join(", ", unpriced));
  }

  private static Line line(Cost.Line line) {
    var quantity = line.quantity().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return new Line(
        line.price(),
        line.tariff(),
        line.verified(),
        line.money().toString(),
        "%s × %s".formatted(quantity.toPlainString(), line.unit()));
  }

  boolean any() {
    return !classes.isEmpty();
  }

  /** For a terminal: a line for each storage class, then the sum. */
  List<String> inWords() {
    var words = new ArrayList<String>();
    classes.forEach(row -> words.add("%s × %s, %s, at the source: %s"
        .formatted(row.objects, row.storageClass, row.bytes, row.how)));
    if (any()) {
      words.add("restoring costs %s; in no bill of this drill".formatted(cost));
    }
    if (any() && !whole) {
      words.add("as far as the drill came: there may be more");
    }
    return words;
  }
}
