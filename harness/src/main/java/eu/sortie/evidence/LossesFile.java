package eu.sortie.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.sortie.drill.JudgedLoss;
import eu.sortie.scenario.Allowance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Every loss as a row of {@code losses.csv}, in RFC 4180: commas, CRLF, UTF-8.
 *
 * <p>Whoever may write to a bucket chooses its keys, and a spreadsheet runs a cell that begins with {@code =}. An auditor, on the
 * other hand, must get the exact key. Both are served by a mark that can be taken off again: a field that begins with one of
 * {@code = + - @}, a tab, a line end or an apostrophe gets one apostrophe in front, which spreadsheets take as <em>this is text</em>.
 * So the rule to read exact values is: drop one leading apostrophe. It protects where commas separate; a spreadsheet that splits
 * at semicolons sees other cells than were written, so import the file rather than double-click it.
 *
 * <p>Names of items are whole. Values are cut at {@value Cut#MOST_CHARACTERS} characters and say so; the inventories hold them whole.
 */
final class LossesFile implements AutoCloseable {

  static final String NAME = "losses.csv";

  private static final String MARKED = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

  private final Path file;
  private final CsvWriter rows;

  private LossesFile(Path file, CsvWriter rows) {
    this.file = file;
    this.rows = rows;
  }

  static LossesFile create(Path file) throws IOException {
    var rows = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.CRLF)
        .build(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    rows.writeRecord(
        "kind",
        "item",
        "version",
        "trait",
        "change",
        "was",
        "became",
        "cause",
        "foretold",
        "because");
    return new LossesFile(file, rows);
  }

  void append(JudgedLoss judged) {
    var id = judged.loss().id();
    try {
      rows.writeRecord(
          asText(id.kind()),
          asText(id.key()),
          asText(id.version()),
          asText(judged.trait()),
          judged.loss().change().toString(),
          asText(Cut.text(judged.was())),
          asText(Cut.text(judged.became())),
          judged.cause().toString(),
          judged.foretold().isPresent() ? "yes" : "no",
          asText(Cut.text(judged.allowance().map(Allowance::because).orElse(judged.why()))));
    } catch (UncheckedIOException failed) {
      throw Durable.failed(file, Objects.requireNonNull(failed.getCause()));
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  static String asText(String field) {
    return field.isEmpty() || MARKED.indexOf(field.charAt(0)) < 0 ? field : '\'' + field;
  }
}
