package eu.sortie.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copy of its library that DuckDB unpacks among the temporary files, 60 MiB that nobody reads once it is loaded.
 *
 * <p>DuckDB removes it when the JVM ends in order, and a drill that is killed would leave it. Where the system tells which files a
 * process has mapped, it goes at once; elsewhere DuckDB's way has to do.
 */
final class NativeCopy {

  private static final Path MAPPED = Path.of("/proc/self/maps");
  private static final String NAME = "libduckdb_java";

  private NativeCopy() {}

  static void remove() {
    if (!Files.isReadable(MAPPED)) {
      return;
    }
    try (var mapped = Files.lines(MAPPED)) {
      var copies = mapped
          .filter(line -> line.contains('/' + NAME) && line.endsWith(".so"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .filter(copy -> copy.startsWith(System.getProperty("java.io.tmpdir")))
          .distinct()
          .toList();
      for (var copy : copies) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException | RuntimeException leftToDuckDb) {
      // A copy that stays costs room and no truth.
    }
  }
}
