package eu.sortie.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.sortie.ledger.Changed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** What changed at the source while its items left, as rows of {@code changes.csv}; fields are marked as in {@link LossesFile}. */
final class ChangesFile implements AutoCloseable {

  static final String NAME = "changes.csv";

  private final Path file;
  private final CsvWriter rows;

  private ChangesFile(Path file, CsvWriter rows) {
    this.file = file;
    this.rows = rows;
  }

  static ChangesFile create(Path file) throws IOException {
    var rows = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.CRLF)
        .build(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    rows.writeRecord("kind", "item", "version", "change");
    return new ChangesFile(file, rows);
  }

  void append(Changed change) {
    try {
      rows.writeRecord(
          LossesFile.asText(change.id().kind()),
          LossesFile.asText(change.id().key()),
          LossesFile.asText(change.id().version()),
          change.how().toString());
    } catch (UncheckedIOException failed) {
      throw Durable.failed(file, Objects.requireNonNull(failed.getCause()));
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
