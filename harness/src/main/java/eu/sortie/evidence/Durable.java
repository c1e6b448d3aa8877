package eu.sortie.evidence;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all. */
final class Durable {

  private Durable() {}

  /**
   * Writes beside the place, forces it to disk, then moves it there: nobody ever reads half of it.
   *
   * <p>Through a stream, not a channel: a channel closes when its thread is interrupted, and a drill that was stopped with Ctrl-C
   * must still be able to write its evidence.
   */
  static void write(Path file, String text) throws IOException {
    var draft = file.resolveSibling("." + file.getFileName() + ".draft");
    try {
      try (var stream = new FileOutputStream(draft.toFile())) {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.getFD().sync();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Reads a file whole, whether or not the thread is interrupted. */
  static byte[] read(Path file) throws IOException {
    try (var stream = new FileInputStream(file.toFile())) {
      return stream.readAllBytes();
    }
  }

  /** Says that evidence could not be written, in the one way all of it is said. */
  static UncheckedIOException failed(Path file, IOException cause) {
    return new UncheckedIOException(
        "evidence cannot be written to %s: %s. The folder stays marked INCOMPLETE; free the disk or name another folder, then run the drill again"
            .formatted(file, reason(cause)),
        cause);
  }

  private static String reason(IOException cause) {
    var message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : cause.getClass().getSimpleName() + ": " + message;
  }
}
