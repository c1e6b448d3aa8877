package eu.sortie.evidence;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One row of {@code losses.csv}, read back.
 *
 * @param kind what sort of item
 * @param key its name
 * @param version which of several; empty for the current one
 * @param trait what was lost of it, {@code item} for the whole
 * @param change in one word
 * @param was what it was, cut where it was long
 * @param became what it became
 * @param cause who it comes from
 * @param foretold whether the destination had said so
 * @param why the because of an allowance, or what the end said
 */
public record LossRow(
    String kind,
    String key,
    String version,
    String trait,
    String change,
    String was,
    String became,
    String cause,
    boolean foretold,
    String why) {

  /**
   * Reads all losses of a drill.
   *
   * @param folder the drill's own
   * @throws UncheckedIOException where the file cannot be read
   */
  public static List<LossRow> in(Path folder) {
    var file = folder.resolve(LossesFile.NAME);
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(LossRow::of).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be read: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  private static LossRow of(NamedCsvRecord row) {
    return new LossRow(
        exact(row, "kind"),
        exact(row, "item"),
        exact(row, "version"),
        exact(row, "trait"),
        exact(row, "change"),
        exact(row, "was"),
        exact(row, "became"),
        exact(row, "cause"),
        row.getField("foretold").equals("yes"),
        exact(row, "because"));
  }

  /** Takes off the mark that keeps spreadsheets from running a field. */
  private static String exact(NamedCsvRecord row, String column) {
    var field = row.getField(column);
    return field.startsWith("'") ? field.substring(1) : field;
  }
}
