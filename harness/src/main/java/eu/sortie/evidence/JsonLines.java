package eu.sortie.evidence;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that grows by one line of JSON at a time, each handed to the system before the call returns.
 *
 * <p>A stream and not a channel, for the reason given at {@link Durable#write}.
 */
final class JsonLines implements AutoCloseable {

  private final Path file;
  private final FileOutputStream stream;

  private JsonLines(Path file, FileOutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static JsonLines create(Path file) throws IOException {
    Files.createFile(file);
    return new JsonLines(file, new FileOutputStream(file.toFile()));
  }

  void append(Object value) {
    try {
      // One call for the whole line: a drill that dies leaves whole lines and at most one torn one.
      stream.write((Json.line(value) + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw Durable.failed(file, failed);
    }
  }

  /** Appends, and returns only when the line would survive a power cut. */
  void appendForGood(Object value) {
    append(value);
    try {
      stream.getFD().sync();
    } catch (IOException failed) {
      throw Durable.failed(file, failed);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
