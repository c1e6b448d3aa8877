package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import eu.sortie.drill.JudgedLoss;
import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesFileTests {

  @TempDir
  Path folder;

  private static JudgedLoss altered(String key, String was, String became) {
    return new JudgedLoss(
        new Loss.Altered(
            ItemId.of("object", key), ObjectTraits.USER_METADATA, Change.ALTERED, was, became),
        Cause.DESTINATION,
        "the server said so",
        Optional.empty(),
        Optional.empty());
  }

  private static String written(Path file, JudgedLoss... losses) throws IOException {
    Files.deleteIfExists(file);
    try (var rows = LossesFile.create(file)) {
      List.of(losses).forEach(rows::append);
    }
    return Files.readString(file);
  }

  private static List<String> lastRow(String csv) {
    var rows = CsvReader.builder().ofCsvRecord(csv).stream().toList();
    return rows.get(rows.size() - 1).getFields();
  }

  @Test
  void hasTheColumnsThatWerePromised() throws IOException {
    assertThat(written(folder.resolve("losses.csv")))
        .isEqualTo("kind,item,version,trait,change,was,became,cause,foretold,because\r\n");
  }

  @Test
  void namesEachLoss() throws IOException {
    var allowance = new Allowance("user-metadata", "", "nobody reads it");
    var loss = new Loss.Altered(
        new ItemId("object", "a, \"b\"\nc", "v1"),
        ObjectTraits.USER_METADATA,
        Change.LOST,
        "owner: \"Ægir\"",
        "");
    var judged = new JudgedLoss(
        loss, Cause.DESTINATION, "501", Optional.of("it says so"), Optional.of(allowance));

    assertThat(written(folder.resolve("losses.csv"), judged))
        .endsWith(
            "object,\"a, \"\"b\"\"\nc\",v1,user-metadata,lost,\"owner: \"\"Ægir\"\"\",,destination,yes,nobody reads it\r\n");
  }

  @Test
  void saysWhyWhereNoAllowanceDoes() throws IOException {
    var missing = new JudgedLoss(
        new Loss.Missing(ItemId.of("object", "a")),
        Cause.SOURCE,
        "403 AccessDenied",
        Optional.empty(),
        Optional.empty());

    assertThat(lastRow(written(folder.resolve("losses.csv"), missing)))
        .containsExactly(
            "object", "a", "", "item", "missing", "", "", "source", "no", "403 AccessDenied");
  }

  @Test
  void marksWhatASpreadsheetWouldRun() throws IOException {
    var csv = written(
        folder.resolve("losses.csv"), altered("=HYPERLINK(\"http://a\")", "@SUM(1)", "'quoted"));

    assertThat(lastRow(csv))
        .startsWith("object", "'=HYPERLINK(\"http://a\")")
        .contains("'@SUM(1)", "''quoted");
  }

  @Test
  void cutsAValueAndSaysByHowMuch() throws IOException {
    var csv = written(
        folder.resolve("losses.csv"), altered("a", "x".repeat(1600), "\uD83D\uDE00".repeat(513)));

    assertThat(lastRow(csv))
        .contains(
            "x".repeat(512) + "… [1 088 more characters cut]",
            "\uD83D\uDE00".repeat(512) + "… [1 more characters cut]");
  }

  @Test
  void neverCutsADigestOrAName() throws IOException {
    var key = "k".repeat(1024);
    var digest = "0123456789abcdef".repeat(4);

    assertThat(lastRow(written(folder.resolve("losses.csv"), altered(key, digest, ""))))
        .contains(key, digest);
  }

  @Property(tries = 100)
  void anExactValueComesBackWhenOneApostropheIsDropped(@ForAll Random random) throws IOException {
    // Half a surrogate pair has no UTF-8 form, so no key ever holds one.
    var key = "=+-@'\t\r\n".charAt(random.nextInt(8))
        + new RandomOutcome(random).text().replaceAll("[\\uD800-\\uDFFF]", "");
    var file = Files.createTempFile("losses", ".csv");
    try {
      var field = lastRow(written(file, altered(key, "", ""))).get(1);

      assertThat(field).startsWith("'").isEqualTo("'" + key);
    } finally {
      Files.delete(file);
    }
  }
}
