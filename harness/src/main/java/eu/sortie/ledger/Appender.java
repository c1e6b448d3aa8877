package eu.sortie.ledger;

import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
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
  private final Lock lock;

  Appender(DuckDBConnection database, String table) throws SQLException {
    connection = database.duplicate();
    appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    // It would refuse every thread but this one; whoever holds its lock may use it instead.
    lock = appender.unsafeBreakThreadConfinement();
  }

  void append(Cells cells) {
    lock.lock();
    try {
      appender.beginRow();
      cells.fill(appender);
      appender.endRow();
    } catch (SQLException failed) {
      throw new LedgerException("a row could not be written to the ledger", failed);
    } finally {
      lock.unlock();
    }
  }

  void flush() throws SQLException {
    lock.lock();
    try {
      appender.flush();
    } finally {
      lock.unlock();
    }
  }

  void close() throws SQLException {
    lock.lock();
    try (connection) {
      appender.close();
    } finally {
      lock.unlock();
    }
  }
}
