package eu.sortie.ledger;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes rows of one table, from any thread.
 *
 * <p>The database's own appender is for one thread and buffers on the native side; a row is a few hundred bytes, so a lock costs
 * nothing beside the request that found them.
 */
final class Appender {

  /** What it does to a row. */
  interface Cells {
    void fill(DuckDBAppender row) throws SQLException;
  }

  private final DuckDBConnection connection;
  private final DuckDBAppender appender;

  Appender(DuckDBConnection database, String table) throws SQLException {
    connection = database.duplicate();
    appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    // Any thread may append: our own lock is what the database asks for instead.
    appender.unsafeBreakThreadConfinement();
  }

  synchronized void append(Cells cells) {
    try {
      appender.beginRow();
      cells.fill(appender);
      appender.endRow();
    } catch (SQLException failed) {
      throw new LedgerException("a row could not be written to the ledger", failed);
    }
  }

  synchronized void flush() throws SQLException {
    appender.flush();
  }

  synchronized void close() throws SQLException {
    try (connection) {
      appender.close();
    }
  }
}
