package eu.sortie.evidence;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
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

  /** Begins a file, or goes on with one whose process died: a line that was torn off is taken away first. */
  static JsonLines open(Path file) throws IOException {
    if (Files.exists(file)) {
      removeTornLine(file);
    } else {
      Files.createFile(file);
    }
    return new JsonLines(file, new FileOutputStream(file.toFile(), true));
  }

  /** What was torn off is not known to have been said. */
  private static void removeTornLine(Path file) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long end = bytes.length();
      while (end > 0 && !endsLine(bytes, end)) {
        end--;
      }
      bytes.setLength(end);
    }
  }

  private static boolean endsLine(RandomAccessFile bytes, long end) throws IOException {
    bytes.seek(end - 1);
    return bytes.read() == '\n';
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
