package eu.sortie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTests {

  private DuckDBConnection database;

  @BeforeEach
  void open() throws SQLException {
    database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private void run(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> keys(long most) throws SQLException {
    var keys = new ArrayList<String>();
    var rows = "SELECT kind, key FROM listing WHERE {range}";
    new Sweep(database, rows, "key, kind", most)
        .each(row -> keys.add(row.getString(2) + row.getString(1)));
    return keys;
  }

  @Test
  void manyRangesGiveWhatOneSortGives() throws SQLException {
    run(
        "CREATE TABLE listing AS SELECT 'k' || i % 3 AS kind, md5(i::VARCHAR) AS key FROM range(5000) t(i)");

    var sorted = keys(1_000_000);
    assertThat(sorted).hasSize(5_000).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(keys(7)).isEqualTo(sorted);
    assertThat(keys(500)).isEqualTo(sorted);
  }

  @Test
  void oneKeyForMoreRowsThanARangeHoldsIsReadOnce() throws SQLException {
    run("CREATE TABLE listing AS SELECT 'k' AS kind, 'same' AS key FROM range(1000)");

    assertThat(keys(10)).hasSize(1_000);
  }

  @Test
  void nothingIsReadFromNothing() throws SQLException {
    run("CREATE TABLE listing (kind VARCHAR, key VARCHAR)");

    assertThat(keys(10)).isEmpty();
  }

  @Test
  void rowsThatDoNotComeAreNoticed() throws SQLException {
    // The sequence lets every row be counted and half of them be read.
    run("CREATE SEQUENCE drawn");
    var rows = "SELECT kind, key FROM (SELECT 'k' AS kind, i::VARCHAR AS key FROM range(1000) t(i)"
        + " WHERE nextval('drawn') <= 1500) WHERE {range}";
    var read = new int[1];

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> new Sweep(database, rows, "kind, key", 1_000_000).each(row -> read[0]++))
        .withMessage("500 of 1000 rows came");
    assertThat(read[0]).isEqualTo(500);
  }

  @Test
  void keysAreInTheOrderOfTheirBytesAcrossRanges() throws SQLException {
    run("CREATE TABLE listing (kind VARCHAR, key VARCHAR)");
    try (var insert = database.prepareStatement("INSERT INTO listing VALUES ('k', ?)")) {
      for (int i = 0; i < 300; i++) {
        insert.setString(1, spread(i));
        insert.execute();
      }
    }

    assertThat(keys(5))
        .hasSize(300)
        .isSortedAccordingTo(Comparator.comparing(key -> key.codePointAt(0)));
  }

  /** From the whole of Unicode, surrogates left out. */
  private static String spread(int i) {
    int codePoint = i * 3_677 + 1;
    return Character.toString(
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
            ? codePoint + 0x800
            : codePoint);
  }
}
