package eu.sortie.ledger;

import eu.sortie.inventory.Fate;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Fingerprint;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** A ledger in a DuckDB file: sorted, paired and aggregated by the database, spilling to disk. */
final class DuckLedger implements Ledger {

  /** What the database may use besides the heap; beyond it spills to disk. */
  private static final String MEMORY = "192MB";

  private static final String ID =
      "kind VARCHAR NOT NULL, key VARCHAR NOT NULL, version VARCHAR NOT NULL";

  /** How many rows are sorted at once: well within what the database may use, as long as they are short. */
  private static final long MOST_SORTED = 400_000;

  /** How many bytes of traits are sorted at once: a sort needs several times of what it sorts. */
  private static final long MOST_SORTED_BYTES = 32L << 20;

  /** Every row that has no match, one below the other: a join of the two sides would carry their traits through memory. */
  private static final String DIFFERENT = """
      SELECT kind, key, version, 1 AS part, traits, NULL AS result, NULL AS bytes, NULL AS because, NULL AS concessions, NULL AS written_as
        FROM source SEMI JOIN (SELECT line FROM different_source WHERE {range}) ON source.rowid = line
      UNION ALL
      SELECT kind, key, version, 2, traits, NULL, NULL, NULL, NULL, NULL
        FROM destination SEMI JOIN (SELECT line FROM different_destination WHERE {range}) ON destination.rowid = line
      UNION ALL
      SELECT kind, key, version, 3, NULL, result, bytes, because, concessions, written_as
        FROM (SELECT * FROM transfers WHERE {range}) SEMI JOIN
          (SELECT kind, key, version FROM different_source WHERE {range}
            UNION ALL SELECT kind, key, version FROM different_destination WHERE {range})
          USING (kind, key, version)""";

  /** The source's second listing. */
  static final String LATER = "listed_later";

  /** What is compared with nothing, since it changed. */
  private static final String APART = "apart";

  private static final String HISTORIES_LEFT =
      "SELECT kind, key, version, traits, place, NULL AS ordinal FROM listed_source WHERE {range}";

  /**
   * What the destination names in its own way is known by what it answered when it was written, and by its kind: a delete marker that was
   * not made may go by the name of the version after it, since both are called null.
   */
  private static final String HISTORIES_ARRIVED = """
      SELECT kind, key, version, traits, place, ordinal
        FROM (SELECT * FROM listed_destination WHERE {range}) l
        LEFT JOIN (SELECT kind AS written_kind, key AS written_key, written_as, min(version) AS ordinal FROM transfers
            WHERE result = 'WRITTEN' AND {range} GROUP BY ALL) w
          ON l.kind = w.written_kind AND l.key = w.written_key AND l.version = w.written_as""";

  private static final String KINDS_OF_VERSIONS =
      "SELECT count(DISTINCT kind) FROM listed_%s WHERE version <> ''";

  /** How many keys have other keys between what is listed of them in two kinds. */
  private static final String TORN_KEYS = """
      SELECT count(*) FROM (SELECT key FROM listed_%s WHERE version <> '' GROUP BY key
        HAVING count(DISTINCT kind) > 1 AND max(place) - min(place) >= count(*))""";

  /** How many pairs of kinds are listed among each other. */
  private static final String MINGLED_KINDS = """
      WITH kinds AS (SELECT kind, min(place) AS first, max(place) AS last FROM listed_%s
        WHERE version <> '' GROUP BY kind)
      SELECT count(*) FROM kinds a, kinds b WHERE a.kind < b.kind AND a.first < b.last AND b.first < a.last""";

  static final String UNLISTED = """
      SELECT kind, key, version, NULL, NULL, result, bytes, because, concessions, written_as
        FROM (SELECT * FROM transfers WHERE result = 'WRITTEN' AND {range}) w
        ANTI JOIN (SELECT kind AS listed_kind, key AS listed_key, version AS listed_version
            FROM listed_destination WHERE {range}) l
          ON w.kind = l.listed_kind AND w.key = l.listed_key AND w.written_as = l.listed_version""";

  private static final String STRAYS = """
      SELECT kind, key, version FROM (SELECT * FROM listed_destination WHERE version <> '' AND {range}) l
        ANTI JOIN (SELECT kind AS written_kind, key AS written_key, written_as FROM transfers WHERE result = 'WRITTEN' AND {range}) w
          ON l.kind = w.written_kind AND l.key = w.written_key AND l.version = w.written_as""";

  /** Histories, with the names of what was read of each key before the ledger was opened once more. */
  private static final String GONE_ON_WITH = """
      SELECT h.*, read FROM (%s) h
        LEFT JOIN (SELECT key AS read_key, string_agg(kind || ' ' || version, chr(10)) AS read FROM %s WHERE {range} GROUP BY key) r
          ON h.key = r.read_key""";

  private static final String UNFINISHED = """
      SELECT key FROM (SELECT key, count(DISTINCT (kind, version)) AS due FROM listed_source WHERE kind IN (%s) GROUP BY key)
        LEFT JOIN (SELECT key, count(*) AS came FROM source GROUP BY key) USING (key)
        WHERE due > coalesce(came, 0) ORDER BY key LIMIT %d""";

  private static final String CHANGES = """
      CREATE OR REPLACE TABLE changes AS
      SELECT coalesce(a.kind, b.kind) AS kind, coalesce(a.key, b.key) AS key, coalesce(a.version, b.version) AS version,
          CASE WHEN a.key IS NULL THEN 'WRITTEN' WHEN b.key IS NULL THEN 'DELETED' ELSE 'OVERWRITTEN' END AS how
        FROM (SELECT kind, key, version, any_value(traits) AS traits FROM listed_source GROUP BY ALL) a
        FULL JOIN (SELECT kind, key, version, any_value(traits) AS traits FROM listed_later GROUP BY ALL) b
          ON a.kind = b.kind AND a.key = b.key AND a.version = b.version
        WHERE a.traits IS DISTINCT FROM b.traits""";

  private final boolean isReopened;
  private final Kinds kinds;
  private final Kinds compared;
  private final DuckDBConnection database;
  private final Map<String, Appender> appenders = new TreeMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong places = new AtomicLong();
  private final long mostSorted;
  private final LongAdder traitsSeen = new LongAdder();
  private final LongAdder itemsSeen = new LongAdder();

  private DuckLedger(
      Kinds kinds, Kinds compared, DuckDBConnection database, long mostSorted, boolean isReopened) {
    this.isReopened = isReopened;
    this.mostSorted = mostSorted;
    this.kinds = kinds;
    this.compared = compared;
    this.database = database;
  }

  static Ledger create(Path folder, Kinds kinds, Kinds compared) throws IOException {
    return create(folder, kinds, compared, MOST_SORTED);
  }

  static Ledger create(Path folder, Kinds kinds, Kinds compared, long mostSorted)
      throws IOException {
    var home = LedgerFiles.create(folder);
    return open(home, kinds, compared, mostSorted, false);
  }

  static Ledger reopen(Path folder, Kinds kinds, Kinds compared) throws IOException {
    return open(LedgerFiles.find(folder), kinds, compared, MOST_SORTED, true);
  }

  private static Ledger open(
      LedgerFiles files, Kinds kinds, Kinds compared, long mostSorted, boolean isReopened)
      throws IOException {
    try {
      var settings = new Properties();
      settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
      var database = (DuckDBConnection)
          DriverManager.getConnection("jdbc:duckdb:" + files.database(), settings);
      NativeCopy.remove();
      var ledger = new DuckLedger(kinds, compared, database, mostSorted, isReopened);
      ledger.layOut(files);
      if (isReopened) {
        ledger.recallLengths();
      }
      return ledger;
    } catch (SQLException | IOException failed) {
      throw files.unusable(LedgerException.firstLine(failed), failed);
    }
  }

  private void layOut(LedgerFiles files) throws SQLException {
    run("SET memory_limit='" + MEMORY + "'");
    run("SET threads=2");
    run("SET preserve_insertion_order=false");
    run("SET temp_directory='" + files.spill().toString().replace("'", "''") + "'");
    for (var side : Side.values()) {
      table("listed_" + side.table(), "place BIGINT NOT NULL, traits VARCHAR NOT NULL");
      table(
          side.table(),
          "mark HUGEINT NOT NULL, fingerprint BLOB NOT NULL, present BIGINT NOT NULL, unknown BIGINT NOT NULL, traits VARCHAR NOT NULL, library VARCHAR NOT NULL");
    }
    table(APART, "side VARCHAR NOT NULL, library VARCHAR NOT NULL");
    table(LATER, "place BIGINT NOT NULL, traits VARCHAR NOT NULL");
    table(
        "transfers",
        "result VARCHAR NOT NULL, bytes BIGINT NOT NULL, because VARCHAR NOT NULL, concessions VARCHAR NOT NULL, written_as VARCHAR NOT NULL");
  }

  private void table(String name, String columns) throws SQLException {
    run("CREATE TABLE IF NOT EXISTS %s (%s, %s)".formatted(name, ID, columns));
    appenders.put(name, new Appender(database, name));
  }

  @Override
  public void listed(Side side, Item item) {
    append("listed_" + side.table(), item);
  }

  @Override
  public void listedLater(Item item) {
    append(LATER, item);
  }

  private void append(String table, Item item) {
    long place = places.getAndIncrement();
    appender(table).append(row -> {
      id(row, item.id());
      row.append(place);
      row.append(Row.write(item.traits()));
    });
  }

  @Override
  public void saw(Side side, Item item, String library) {
    var fingerprint = Fingerprint.of(item, traits(item.id().kind()));
    var mark = Mark.of(item.id(), fingerprint);
    var traits = Row.write(item.traits());
    noteLength(traits.length(), 1);
    appender(side.table()).append(row -> {
      id(row, item.id());
      row.appendHugeInt(mark.low(), mark.high());
      row.append(fingerprint);
      row.append(mask(
          item, value -> !(value instanceof Value.Absent) && !(value instanceof Value.Unknown)));
      row.append(mask(item, value -> value instanceof Value.Unknown));
      row.append(traits);
      row.append(library);
    });
  }

  private void recallLengths() throws IOException {
    for (var side : Side.values()) {
      each(
          "SELECT coalesce(sum(length(traits)), 0)::BIGINT, count(*) FROM " + side.table(),
          row -> noteLength(row.getLong(1), row.getLong(2)));
    }
  }

  private void noteLength(long traits, long items) {
    traitsSeen.add(traits);
    itemsSeen.add(items);
  }

  /** How many rows of the usual length are sorted at once. */
  private long mostSorted() {
    long length = traitsSeen.sum() / Math.max(1, itemsSeen.sum());
    return Math.max(1, Math.min(mostSorted, MOST_SORTED_BYTES / Math.max(1, length)));
  }

  @Override
  public void carried(Transfer transfer) {
    appender("transfers").append(row -> {
      id(row, transfer.id());
      row.append(transfer.result().name());
      row.append(transfer.bytes());
      row.append(transfer.because());
      row.append(Row.writeConcessions(transfer.concessions()));
      row.append(transfer.writtenAs());
    });
  }

  @Override
  public void settle() throws IOException {
    for (var appender : appenders.values()) {
      attempt("flushed", appender::flush);
    }
  }

  @Override
  public void eachHistory(Side side, BiConsumer<List<Listed>, Set<ItemId>> history)
      throws IOException {
    var grouping = new Grouping(history);
    var apart = mayListApart(side.table());
    var histories = side == Side.SOURCE ? HISTORIES_LEFT : HISTORIES_ARRIVED;
    sweep(
        isReopened ? GONE_ON_WITH.formatted(histories, side.table()) : histories,
        "key, place DESC",
        row -> grouping.add(
            new Listed(item(row), row.getLong(5), Optional.ofNullable(row.getString(6)), apart),
            isReopened ? read(row.getString(2), row.getString(7)) : Set.of()));
    grouping.end();
  }

  private static Set<ItemId> read(String key, @Nullable String names) {
    return names == null
        ? Set.of()
        : names
            .lines()
            .map(name -> name.split(" ", 2))
            .map(name -> new ItemId(name[0], key, name[1]))
            .collect(Collectors.toSet());
  }

  private Item item(ResultSet row) throws SQLException {
    return new Item(id(row), Row.read(kinds.named(row.getString(1)), row.getString(4)));
  }

  @Override
  public void eachListed(Side side, Consumer<Item> item) throws IOException {
    eachItem("listed_" + side.table(), item);
  }

  @Override
  public void eachSeen(Side side, Consumer<Item> item) throws IOException {
    eachItem(side.table(), item);
  }

  private void eachItem(String table, Consumer<Item> item) throws IOException {
    sweep(
        "SELECT kind, key, version, traits FROM %s WHERE {range}".formatted(table),
        "key, kind, version",
        row -> item.accept(item(row)));
  }

  @Override
  public List<String> unfinishedKeys(int most) throws IOException {
    var keys = new ArrayList<String>();
    each(UNFINISHED.formatted(leaving(false), most), row -> keys.add(row.getString(1)));
    return keys;
  }

  @Override
  public void eachStray(Consumer<ItemId> stray) throws IOException {
    sweep(STRAYS, "key, kind, version", row -> stray.accept(id(row)));
  }

  @Override
  public void forgetListing(Side side) throws IOException {
    attempt("cleared of a listing", () -> run("DELETE FROM listed_" + side.table()));
  }

  @Override
  public void rewind(Stage stage, boolean listed) throws IOException {
    attempt("taken back to " + stage, () -> {
      for (var statement : Rewind.to(stage, listed, leaving(true))) {
        run(statement);
      }
    });
  }

  /**
   * All of one kind and then all of the other is what the history of a single key may look like at any end: only what is listed among
   * each other shows that it is listed in its order.
   */
  private boolean mayListApart(String side) throws IOException {
    return count(KINDS_OF_VERSIONS.formatted(side)) > 1
        && (count(TORN_KEYS.formatted(side)) > 0 || count(MINGLED_KINDS.formatted(side)) == 0);
  }

  @Override
  public void eachUnlisted(Consumer<Transfer> written) throws IOException {
    sweep(UNLISTED, "key, kind, version", row -> written.accept(transfer(id(row), row)));
  }

  @Override
  public void eachChange(Consumer<Changed> change) throws IOException {
    attempt("compared with the second listing", () -> run(CHANGES));
    sweep(
        "SELECT kind, key, version, how FROM changes WHERE {range}",
        "key, kind, version",
        row -> change.accept(new Changed(id(row), Changed.How.valueOf(row.getString(4)), "")));
  }

  /** They are moved and not deleted, so that a drill that dies right here can count them once more. */
  @Override
  public long setChangedApart() throws IOException {
    var changed = "kind IN (%s) AND key IN (SELECT key FROM changes WHERE how <> 'WRITTEN')"
        .formatted(leaving(false));
    attempt("cleared of what changed", () -> {
      for (var side : Side.values()) {
        both(
            "INSERT INTO apart SELECT kind, key, version, '%1$s', library FROM %1$s WHERE %2$s"
                .formatted(side.table(), changed),
            "DELETE FROM %s WHERE %s".formatted(side.table(), changed));
      }
    });
    return count("SELECT count(*) FROM apart WHERE side = '%s'".formatted(Side.SOURCE.table()));
  }

  /** The names of kinds as SQL spells a list, which has to have something in it. */
  private String leaving(boolean asExport) {
    return kinds.all().stream()
        .filter(kind -> kind.leaves().isExport() == asExport)
        .map(kind -> ", '" + kind.name() + "'")
        .collect(Collectors.joining("", "''", ""));
  }

  @Override
  public SortedMap<String, Long> libraries(Side side) throws IOException {
    var libraries = new TreeMap<String, Long>();
    each(
        "SELECT library, count(*) FROM (SELECT library FROM %1$s UNION ALL SELECT library FROM apart WHERE side = '%1$s') WHERE library <> '' GROUP BY library"
            .formatted(side.table()),
        row -> libraries.put(row.getString(1), row.getLong(2)));
    return libraries;
  }

  @Override
  public long carried(Transfer.Result result) throws IOException {
    return count("SELECT count(*) FROM transfers WHERE result = '%s'".formatted(result));
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
  public void eachWritten(BiConsumer<ItemId, String> item) throws IOException {
    each(
        "SELECT kind, key, version, written_as FROM transfers WHERE result = 'WRITTEN'",
        row -> item.accept(id(row), row.getString(4)));
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
        "SELECT kind, present, unknown, count(*) FROM source s SEMI JOIN destination d ON s.mark = d.mark GROUP BY ALL",
        row -> sum[0] = sum[0].plus(Fidelity.arrived(
            fates(traits(row.getString(1)), row.getLong(2), row.getLong(3)), row.getLong(4))));
    return sum[0];
  }

  @Override
  public void eachDifferent(Consumer<Pair> pair) throws IOException {
    attempt("paired", () -> {
      setApart(Side.SOURCE, Side.DESTINATION);
      setApart(Side.DESTINATION, Side.SOURCE);
    });
    var pairing = new Pairing(pair);
    sweep(DIFFERENT, "key, kind, version, part", row -> add(row, pairing));
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
      case 1 -> pairing.before(new Item(id, Row.read(kinds.named(id.kind()), row.getString(5))));
      case 2 -> pairing.after(new Item(id, Row.read(kinds.named(id.kind()), row.getString(5))));
      default -> pairing.transfer(transfer(id, row));
    }
  }

  @Override
  public void export(Side side, Path file) throws IOException {
    var order = items(side) <= mostSorted() ? "ORDER BY kind, key, version" : "";
    attempt("exported", () -> {
      run(
          "COPY (SELECT kind, key, version, hex(fingerprint) AS fingerprint, traits FROM %s %s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE_BYTES '4MB')"
              .formatted(side.table(), order, file.toString().replace("'", "''")));
    });
  }

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
  }

  private Transfer transfer(ItemId id, ResultSet row) throws SQLException {
    return new Transfer(
        id,
        Transfer.Result.valueOf(row.getString(6)),
        row.getLong(7),
        row.getString(8),
        Row.readConcessions(kinds.named(id.kind()), row.getString(9)),
        row.getString(10));
  }

  private List<Trait> traits(String kind) {
    return compared.named(kind).traits();
  }

  private static Map<Trait, Fate> fates(List<Trait> traits, long present, long unknown) {
    var fates = new TreeMap<Trait, Fate>();
    for (int i = 0; i < traits.size(); i++) {
      if ((unknown >> i & 1) == 1) {
        fates.put(traits.get(i), Fate.UNKNOWN);
      } else {
        fates.put(traits.get(i), (present >> i & 1) == 1 ? Fate.KEPT : Fate.ABSENT);
      }
    }
    return fates;
  }

  private long mask(Item item, Predicate<Value> which) {
    var traits = traits(item.id().kind());
    long mask = 0;
    for (int i = 0; i < traits.size(); i++) {
      if (which.test(item.value(traits.get(i)))) {
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

  /** Runs two statements, or neither. */
  private void both(String one, String other) throws SQLException {
    run("BEGIN");
    try {
      run(one);
      run(other);
      run("COMMIT");
    } catch (SQLException failed) {
      run("ROLLBACK");
      throw failed;
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
    attempt("read", () -> new Sweep(database, rows, order, mostSorted()).each(read));
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
