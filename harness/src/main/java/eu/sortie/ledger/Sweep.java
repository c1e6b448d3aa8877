package eu.sortie.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in the order of names, one range of keys after the other.
 *
 * <p>A sort of everything needs memory that grows with what is sorted; a range is as large as a sort has room for, whatever the
 * number of items.
 */
final class Sweep {

  /** Stands in the query where a range of keys is chosen. */
  static final String RANGE = "{range}";

  /** Keys drawn for each range: enough for ranges of about one size. */
  private static final int DRAWN = 64;

  private final DuckDBConnection database;
  private final String rows;
  private final String order;
  private final long most;

  /** What is done with a row. */
  interface Read {
    void row(ResultSet row) throws SQLException;
  }

  /**
   * Prepares to read.
   *
   * @param rows a query for rows with a key, with {@value #RANGE} wherever it reads a table
   * @param order by what rows are sorted; the key comes first
   * @param most how many rows a range has, about
   */
  Sweep(DuckDBConnection database, String rows, String order, long most) {
    this.database = database;
    this.rows = rows;
    this.order = order;
    this.most = most;
  }

  /** Reads every row. */
  void each(Read read) throws SQLException {
    long due = count();
    long came = 0;
    var lower = "";
    for (var upper : bounds(due / most)) {
      came += range(lower, upper, read);
      lower = upper;
    }
    came += range(lower, null, read);
    // Rows that are streamed may stop short without an error when memory runs out underneath.
    if (came != due) {
      throw new SQLException("%d of %d rows came".formatted(came, due));
    }
  }

  private long count() throws SQLException {
    var count = new long[1];
    query(
        "SELECT count(*) FROM (%s)".formatted(rows.replace(RANGE, "true")),
        List.of(),
        row -> count[0] = row.getLong(1));
    return count[0];
  }

  private List<String> bounds(long wanted) throws SQLException {
    var drawn = new ArrayList<String>();
    if (wanted > 0) {
      query(
          "SELECT key FROM (SELECT key FROM (%s) USING SAMPLE reservoir(%d ROWS) REPEATABLE (1)) ORDER BY key"
              .formatted(rows.replace(RANGE, "true"), (wanted + 1) * DRAWN),
          List.of(),
          row -> drawn.add(row.getString(1)));
    }
    var bounds = new ArrayList<String>();
    for (long i = 1; i <= wanted; i++) {
      bounds.add(drawn.get((int) (i * drawn.size() / (wanted + 1))));
    }
    return bounds.stream().distinct().toList();
  }

  private long range(String lower, @Nullable String upper, Read read) throws SQLException {
    var count = new long[1];
    var range = "key >= $1" + (upper == null ? "" : " AND key < $2");
    query(
        "SELECT * FROM (%s) ORDER BY %s".formatted(rows.replace(RANGE, range), order),
        upper == null ? List.of(lower) : List.of(lower, upper),
        row -> {
          count[0]++;
          read.row(row);
        });
    return count[0];
  }

  /** Each query has a connection of its own: streamed rows do not survive a second statement on theirs. */
  private void query(String sql, List<String> parameters, Read read) throws SQLException {
    try (var connection = database.duplicate();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          read.row(found);
        }
      }
    }
  }
}
