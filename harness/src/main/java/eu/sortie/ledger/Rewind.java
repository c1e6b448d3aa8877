package eu.sortie.ledger;

import eu.sortie.measure.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be forgotten before a stage goes on that did not end, as statements.
 *
 * <p>Rows of one item stand in two tables, which reach the disk one after the other: of an item that is in one of them alone nobody
 * knows whether it arrived, so it is carried anew. What leaves as an export is a handful and is always asked for anew.
 */
final class Rewind {

  private static final String SAME =
      "{0}.kind = {1}.kind AND {0}.key = {1}.key AND {0}.version = {1}.version";

  private Rewind() {}

  /**
   * The statements for a stage.
   *
   * @param listed whether the destination's listing had ended
   * @param exported the names of the kinds that leave as an export, as SQL spells a list
   */
  static List<String> to(Stage stage, boolean listed, String exported) {
    return switch (stage) {
      case SURVEY -> List.of("DELETE FROM listed_source");
      case EXPORT ->
        List.of(
            "DELETE FROM listed_destination",
            "DELETE FROM " + DuckLedger.LATER,
            "DELETE FROM source WHERE kind IN (%s)".formatted(exported),
            "DELETE FROM transfers WHERE kind IN (%s)".formatted(exported),
            deleteWithout("source", "transfers"),
            deleteWithout("transfers", "source"));
      case RESTORE ->
        List.of("DELETE FROM transfers WHERE result <> 'NOT_READ' AND kind IN (%s)"
            .formatted(exported));
      case RESURVEY -> listed ? toReading(exported) : toListing();
      case CUT, SERVE, COMPARE, JUDGE, CLEAR -> List.of();
    };
  }

  private static List<String> toListing() {
    return List.of("DELETE FROM listed_destination", "DELETE FROM destination");
  }

  /** What was taken and not listed is looked for once all that is listed was read, and is looked for anew. */
  private static List<String> toReading(String exported) {
    var statements = new ArrayList<String>();
    statements.add("DELETE FROM destination WHERE kind IN (%s)".formatted(exported));
    statements.add(
        "DELETE FROM destination WHERE (kind, key, version) IN (SELECT (kind, key, version) FROM (%s))"
            .formatted(DuckLedger.UNLISTED.replace(Sweep.RANGE, "true")));
    return statements;
  }

  private static String deleteWithout(String table, String other) {
    return "DELETE FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s)"
        .formatted(table, other, SAME.replace("{0}", table).replace("{1}", other));
  }
}
