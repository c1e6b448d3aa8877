package eu.sortie.ledger;

import eu.sortie.inventory.Fate;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Fingerprint;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** A ledger in a DuckDB file: sorted, paired and aggregated by the database, spilling to disk. */
final class DuckLedger implements Ledger {

  /** What the database may use besides the heap; beyond it spills to disk. */
  private static final String MEMORY = "192MB";

  /** The folder the database lives in while a drill runs. */
  private static final String HOME = "ledger";

  private static final String ID =
      "kind VARCHAR NOT NULL, key VARCHAR NOT NULL, version VARCHAR NOT NULL";

  /** How many rows are sorted at once: well within what the database may use. */
  private static final long MOST_SORTED = 400_000;

  /** Every row that has no match, one below the other: a join of the two sides would carry their traits through memory. */
  private static final String DIFFERENT = """
      SELECT kind, key, version, 1 AS part, traits, NULL AS result, NULL AS bytes, NULL AS because, NULL AS concessions
        FROM source SEMI JOIN (SELECT line FROM different_source WHERE {range}) ON source.rowid = line
      UNION ALL
      SELECT kind, key, version, 2, traits, NULL, NULL, NULL, NULL
        FROM destination SEMI JOIN (SELECT line FROM different_destination WHERE {range}) ON destination.rowid = line
      UNION ALL
      SELECT kind, key, version, 3, NULL, result, bytes, because, concessions
        FROM (SELECT * FROM transfers WHERE {range}) SEMI JOIN
          (SELECT kind, key, version FROM different_source WHERE {range}
            UNION ALL SELECT kind, key, version FROM different_destination WHERE {range})
          USING (kind, key, version)""";

  private final Path home;
  private final Kind kind;
  private final List<Trait> compared;
  private final DuckDBConnection database;
  private final Map<String, Appender> appenders = new TreeMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final long mostSorted;

  private DuckLedger(
      Path home, Kind kind, List<Trait> compared, DuckDBConnection database, long mostSorted) {
    this.home = home;
    this.mostSorted = mostSorted;
    this.kind = kind;
    this.compared = List.copyOf(compared);
    this.database = database;
  }

  static Ledger create(Path folder, Kind kind, List<Trait> compared) throws IOException {
    return create(folder, kind, compared, MOST_SORTED);
  }

  static Ledger create(Path folder, Kind kind, List<Trait> compared, long mostSorted)
      throws IOException {
    var home = home(folder);
    try {
      var settings = new Properties();
      settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      var database = (DuckDBConnection)
          DriverManager.getConnection("jdbc:duckdb:" + home.resolve("ledger.duckdb"), settings);
      NativeCopy.remove();
      var ledger = new DuckLedger(home, kind, compared, database, mostSorted);
      ledger.layOut();
      return ledger;
    } catch (SQLException failed) {
      throw new IOException(
          "the ledger cannot be laid out in " + folder + ": " + LedgerException.firstLine(failed),
          failed);
    }
  }

  private static Path home(Path folder) throws IOException {
    try {
      return Files.createDirectory(folder.resolve(HOME));
    } catch (IOException failed) {
      throw new IOException(
          "the ledger cannot be laid out in %s: %s".formatted(folder, failed), failed);
    }
  }

  private void layOut() throws SQLException {
    run("SET memory_limit='" + MEMORY + "'");
    run("SET threads=2");
    run("SET preserve_insertion_order=false");
    run("SET temp_directory='" + home.resolve("spill").toString().replace("'", "''") + "'");
    for (var side : Side.values()) {
      table("listed_" + side.table(), "traits VARCHAR NOT NULL");
      table(
          side.table(),
          "mark HUGEINT NOT NULL, fingerprint BLOB NOT NULL, present BIGINT NOT NULL, unknown BIGINT NOT NULL, traits VARCHAR NOT NULL");
    }
    table(
        "transfers",
        "result VARCHAR NOT NULL, bytes BIGINT NOT NULL, because VARCHAR NOT NULL, concessions VARCHAR NOT NULL");
  }

  private void table(String name, String columns) throws SQLException {
    run("CREATE TABLE %s (%s, %s)".formatted(name, ID, columns));
    appenders.put(name, new Appender(database, name));
  }

  @Override
  public void listed(Side side, Item item) {
    appender("listed_" + side.table()).append(row -> {
      id(row, item.id());
      row.append(Row.write(item.traits()));
    });
  }

  @Override
  public void saw(Side side, Item item) {
    var fingerprint = Fingerprint.of(item, compared);
    var mark = Mark.of(item.id(), fingerprint);
    appender(side.table()).append(row -> {
      id(row, item.id());
      row.appendHugeInt(mark.low(), mark.high());
      row.append(fingerprint);
      row.append(mask(
          item, value -> !(value instanceof Value.Absent) && !(value instanceof Value.Unknown)));
      row.append(mask(item, value -> value instanceof Value.Unknown));
      row.append(Row.write(item.traits()));
    });
  }

  @Override
  public void carried(Transfer transfer) {
    appender("transfers").append(row -> {
      id(row, transfer.id());
      row.append(transfer.result().name());
      row.append(transfer.bytes());
      row.append(transfer.because());
      row.append(Row.writeConcessions(transfer.concessions()));
    });
  }

  @Override
  public void settle() throws IOException {
    for (var appender : appenders.values()) {
      attempt("flushed", appender::flush);
    }
  }

  @Override
  public void eachListed(Side side, Consumer<Item> item) throws IOException {
    var last = new ItemId[1];
    sweep(
        "SELECT kind, key, version, traits FROM listed_%s WHERE {range}".formatted(side.table()),
        "kind, key, version",
        row -> {
          var next = new Item(id(row), Row.read(kind, row.getString(4)));
          if (!next.id().equals(last[0])) {
            last[0] = next.id();
            item.accept(next);
          }
        });
  }

  @Override
  public long listedItems(Side side) throws IOException {
    return count("SELECT count(*) FROM (SELECT DISTINCT kind, key, version FROM listed_%s)"
        .formatted(side.table()));
  }

  @Override
  public long listedAgain(Side side) throws IOException {
    return count("SELECT count(*) FROM listed_" + side.table()) - listedItems(side);
  }

  @Override
  public void eachWritten(Consumer<ItemId> id) throws IOException {
    each(
        "SELECT kind, key, version FROM transfers WHERE result = 'WRITTEN'",
        row -> id.accept(id(row)));
  }

  @Override
  public boolean holds(Side side, ItemId id) throws IOException {
    var found = new AtomicBoolean();
    attempt("asked for an item", () -> {
      try (var connection = database.duplicate();
          var statement = connection.prepareStatement(
              "SELECT 1 FROM %s WHERE kind = ? AND key = ? AND version = ?"
                  .formatted(side.table()))) {
        statement.setString(1, id.kind());
        statement.setString(2, id.key());
        statement.setString(3, id.version());
        try (var rows = statement.executeQuery()) {
          found.set(rows.next());
        }
      }
    });
    return found.get();
  }

  @Override
  public long items(Side side) throws IOException {
    return count("SELECT count(*) FROM " + side.table());
  }

  @Override
  public Fidelity alike() throws IOException {
    var sum = new Fidelity[] {Fidelity.NONE};
    each(
        "SELECT present, unknown, count(*) FROM source s SEMI JOIN destination d ON s.mark = d.mark GROUP BY ALL",
        row -> sum[0] =
            sum[0].plus(Fidelity.arrived(fates(row.getLong(1), row.getLong(2)), row.getLong(3))));
    return sum[0];
  }

  @Override
  public void eachDifferent(Consumer<Pair> pair) throws IOException {
    attempt("paired", () -> {
      setApart(Side.SOURCE, Side.DESTINATION);
      setApart(Side.DESTINATION, Side.SOURCE);
    });
    var pairing = new Pairing(pair);
    sweep(DIFFERENT, "kind, key, version, part", row -> add(row, pairing));
    pairing.end();
  }

  /** Marks alone go through the join, so that it fits into memory where names and traits would not. */
  private void setApart(Side side, Side other) throws SQLException {
    run(("CREATE OR REPLACE TABLE different_%1$s AS SELECT kind, key, version, rowid AS line"
            + " FROM %1$s s ANTI JOIN %2$s o ON s.mark = o.mark")
        .formatted(side.table(), other.table()));
  }

  private void add(ResultSet row, Pairing pairing) throws SQLException {
    var id = id(row);
    pairing.begin(id);
    switch (row.getInt(4)) {
      case 1 -> pairing.before(new Item(id, Row.read(kind, row.getString(5))));
      case 2 -> pairing.after(new Item(id, Row.read(kind, row.getString(5))));
      default -> pairing.transfer(transfer(id, row));
    }
  }

  @Override
  public void export(Side side, Path file) throws IOException {
    var order = items(side) <= mostSorted ? "ORDER BY kind, key, version" : "";
    attempt("exported", () -> {
      run(
          "COPY (SELECT kind, key, version, hex(fingerprint) AS fingerprint, traits FROM %s %s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 50000)"
              .formatted(side.table(), order, file.toString().replace("'", "''")));
    });
  }

  /** Its files go with it: what shall stay was exported before. */
  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    attempt("closed", () -> {
      for (var appender : appenders.values()) {
        appender.close();
      }
      database.close();
    });
    removeFiles();
  }

  private void removeFiles() throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Transfer transfer(ItemId id, ResultSet row) throws SQLException {
    return new Transfer(
        id,
        Transfer.Result.valueOf(row.getString(6)),
        row.getLong(7),
        row.getString(8),
        Row.readConcessions(kind, row.getString(9)));
  }

  private Map<Trait, Fate> fates(long present, long unknown) {
    var fates = new TreeMap<Trait, Fate>();
    for (int i = 0; i < compared.size(); i++) {
      if ((unknown >> i & 1) == 1) {
        fates.put(compared.get(i), Fate.UNKNOWN);
      } else {
        fates.put(compared.get(i), (present >> i & 1) == 1 ? Fate.KEPT : Fate.ABSENT);
      }
    }
    return fates;
  }

  private long mask(Item item, Predicate<Value> which) {
    long mask = 0;
    for (int i = 0; i < compared.size(); i++) {
      if (which.test(item.value(compared.get(i)))) {
        mask |= 1L << i;
      }
    }
    return mask;
  }

  private Appender appender(String table) {
    return Objects.requireNonNull(appenders.get(table), table);
  }

  private static void id(DuckDBAppender row, ItemId id) throws SQLException {
    row.append(id.kind());
    row.append(id.key());
    row.append(id.version());
  }

  private static ItemId id(ResultSet row) throws SQLException {
    return new ItemId(row.getString(1), row.getString(2), row.getString(3));
  }

  private void run(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws IOException {
    var found = new ArrayList<Long>();
    each(sql, row -> found.add(row.getLong(1)));
    return found.get(0);
  }

  private void each(String sql, Sweep.Read read) throws IOException {
    attempt("read", () -> {
      try (var connection = database.duplicate();
          var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          read.row(rows);
        }
      }
    });
  }

  private void sweep(String rows, String order, Sweep.Read read) throws IOException {
    attempt("read", () -> new Sweep(database, rows, order, mostSorted).each(read));
  }

  private static void attempt(String what, Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (SQLException failed) {
      throw new IOException(
          "the ledger could not be %s: %s".formatted(what, LedgerException.firstLine(failed)),
          failed);
    }
  }

  private interface Attempt {
    void run() throws SQLException;
  }
}
