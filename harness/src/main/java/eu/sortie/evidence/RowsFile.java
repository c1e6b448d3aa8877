package eu.sortie.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;

/** A file of rows, in RFC 4180: commas, CRLF, UTF-8; fields are marked as {@link LossesFile} says. */
final class RowsFile implements AutoCloseable {

  private final Path file;
  private final CsvWriter rows;

  private RowsFile(Path file, CsvWriter rows) {
    this.file = file;
    this.rows = rows;
  }

  static RowsFile create(Path file, String... columns) throws IOException {
    var rows = CsvWriter.builder()
        .lineDelimiter(LineDelimiter.CRLF)
        .build(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    rows.writeRecord(columns);
    return new RowsFile(file, rows);
  }

  void append(String... fields) {
    try {
      rows.writeRecord(Stream.of(fields).map(LossesFile::asText).toArray(String[]::new));
    } catch (UncheckedIOException failed) {
      throw Durable.failed(file, Objects.requireNonNull(failed.getCause()));
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
