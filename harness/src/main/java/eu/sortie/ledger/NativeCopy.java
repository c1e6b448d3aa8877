package eu.sortie.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The copy of its library that DuckDB unpacks among the temporary files, 60 MiB that nobody reads once it is loaded.
 *
 * <p>DuckDB removes it when the JVM ends in order, and a drill that is killed would leave it. Where the system tells which files a
 * process has mapped, it goes at once; elsewhere DuckDB's way has to do.
 */
final class NativeCopy {

  private static final Path MAPPED = Path.of("/proc/self/maps");

  /** As unpacked, with a number; one that somebody installed has none. */
  private static final Pattern COPY = Pattern.compile("/.*/libduckdb_java[0-9]+\\.so");

  private NativeCopy() {}

  static void remove() {
    if (!Files.isReadable(MAPPED)) {
      return;
    }
    try (var mapped = Files.lines(MAPPED)) {
      var copies = mapped
          .map(COPY::matcher)
          .filter(Matcher::find)
          .map(Matcher::group)
          .map(Path::of)
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
