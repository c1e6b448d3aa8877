package eu.sortie.evidence;

import eu.sortie.drill.Outcome;
import eu.sortie.measure.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The drill's own bill in the report: each price, to exit and for the whole drill. */
record CostView(
    boolean priced,
    boolean any,
    String toExit,
    String whole,
    boolean unverified,
    List<Row> rows,
    List<String> basis) {

  /** What one price charged for. */
  record Row(
      String end,
      String price,
      String tariff,
      String unit,
      boolean verified,
      String exitQuantity,
      String exitMoney,
      String wholeQuantity,
      String wholeMoney) {}

  /** What makes two lines the same line, of the exit and of the whole. */
  private record Key(String end, String tariff, String price, String unit) {
    static Key of(Cost.Line line) {
      return new Key(line.end(), line.tariff(), line.price(), line.unit());
    }
  }

  static CostView of(Outcome outcome) {
    var bill = outcome.bill();
    var exit = byKey(bill.toExit());
    var whole = byKey(bill.whole());
    var keys = new LinkedHashMap<Key, Boolean>();
    bill.whole()
        .lines()
        .forEach(line -> keys.merge(Key.of(line), line.verified(), Boolean::logicalAnd));
    bill.toExit()
        .lines()
        .forEach(line -> keys.merge(Key.of(line), line.verified(), Boolean::logicalAnd));
    var rows = keys.entrySet().stream()
        .map(entry -> row(
            entry.getKey(),
            entry.getValue(),
            exit.getOrDefault(entry.getKey(), List.of()),
            whole.getOrDefault(entry.getKey(), List.of())))
        .toList();
    return new CostView(
        Words.priced(outcome),
        !rows.isEmpty(),
        Words.totals(bill.toExit()),
        Words.totals(bill.whole()),
        keys.containsValue(false),
        rows,
        bill.basis());
  }

  private static Map<Key, List<Cost.Line>> byKey(Cost cost) {
    var lines = new LinkedHashMap<Key, List<Cost.Line>>();
    cost.lines()
        .forEach(line ->
            lines.computeIfAbsent(Key.of(line), any -> new ArrayList<>()).add(line));
    return lines;
  }

  private static Row row(Key key, boolean verified, List<Cost.Line> exit, List<Cost.Line> whole) {
    return new Row(
        key.end,
        key.price,
        key.tariff,
        key.unit,
        verified,
        quantity(exit),
        money(exit),
        quantity(whole),
        money(whole));
  }

  /** To six places: the exact quantity is in outcome.json. */
  private static String quantity(List<Cost.Line> lines) {
    var sum = lines.stream().map(Cost.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    var shown = sum.setScale(6, RoundingMode.HALF_UP);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  private static String money(List<Cost.Line> lines) {
    return lines.isEmpty() ? "none" : Words.totals(new Cost(lines));
  }
}
