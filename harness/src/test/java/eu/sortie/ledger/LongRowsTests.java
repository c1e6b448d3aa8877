package eu.sortie.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items with a lot to say: an inventory of them is larger than all the memory a ledger may take. */
class LongRowsTests {

  private static final Trait METADATA = Trait.compared("metadata");
  private static final Kinds KINDS = Kinds.of(new Kind("object", List.of(METADATA)));
  private static final int ITEMS = 50_000;

  @TempDir
  Path folder;

  @Test
  void anInventoryLargerThanMemoryIsExportedWhole() throws Exception {
    var file = folder.resolve("source.parquet");
    try (var ledger = Ledger.create(folder, KINDS, KINDS)) {
      fill(ledger);
      ledger.export(Side.SOURCE, file);
    }

    assertThat(number("SELECT count(*) FROM '%s'".formatted(file))).isEqualTo(ITEMS);
    assertThat(number("SELECT sum(length(traits)) FROM '%s'".formatted(file)))
        .isGreaterThan(192L << 20);
  }

  @Test
  void whatAllDiffersIsReadInItsOrder() throws Exception {
    var last = new String[] {""};
    var pairs = new int[1];
    try (var ledger = Ledger.create(folder, KINDS, KINDS)) {
      fill(ledger);
      ledger.eachDifferent(pair -> {
        var key = Objects.requireNonNull(pair.before()).id().key();
        assertThat(key).isGreaterThan(last[0]);
        last[0] = key;
        pairs[0]++;
      });
    }

    assertThat(pairs[0]).isEqualTo(ITEMS);
  }

  private static void fill(Ledger ledger) throws IOException {
    var chance = new Random(7);
    var letters = new char[4096];
    for (int i = 0; i < ITEMS; i++) {
      for (int at = 0; at < letters.length; at++) {
        letters[at] = (char) ('a' + chance.nextInt(26));
      }
      ledger.saw(
          Side.SOURCE,
          new Item(
              ItemId.of("object", "key-%06d".formatted(i)),
              Map.of(METADATA, Value.text(new String(letters)))));
    }
    ledger.settle();
  }

  private static long number(String query) throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:duckdb:");
        var statement = database.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
