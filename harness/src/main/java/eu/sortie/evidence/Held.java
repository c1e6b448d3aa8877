package eu.sortie.evidence;

import eu.sortie.scenario.Misuse;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a drill that has not ended, held by the process that runs it: whoever finds the mark and can hold it knows that the
 * drill died.
 */
final class Held implements AutoCloseable {

  private final FileOutputStream mark;

  private Held(FileOutputStream mark) {
    this.mark = mark;
  }

  /**
   * Holds a mark until this is closed or the process ends.
   *
   * @throws Misuse where another process holds it
   */
  static Held of(Path mark) throws IOException {
    var stream = new FileOutputStream(mark.toFile(), true);
    if (lock(stream) == null) {
      stream.close();
      throw new Misuse(
          "%s: this drill is still running; wait for it, or end it with Ctrl-C in its own terminal"
              .formatted(mark.resolveSibling("")));
    }
    return new Held(stream);
  }

  private static @Nullable FileLock lock(FileOutputStream stream) throws IOException {
    try {
      return stream.getChannel().tryLock();
    } catch (OverlappingFileLockException ofThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    mark.close();
  }
}
