package eu.sortie.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger's files are.
 *
 * @param folder the ledger's folder is in
 */
record LedgerFiles(Path folder) {

  static LedgerFiles create(Path folder) throws IOException {
    var files = new LedgerFiles(folder);
    try {
      Files.createDirectory(files.home());
      return files;
    } catch (IOException failed) {
      throw new IOException(
          "the ledger cannot be laid out in %s: %s".formatted(folder, failed), failed);
    }
  }

  static LedgerFiles find(Path folder) throws IOException {
    var files = new LedgerFiles(folder);
    if (!Files.isRegularFile(files.database())) {
      throw files.unusable("there is none", null);
    }
    removeAll(files.spill());
    return files;
  }

  static void remove(Path folder) throws IOException {
    var files = new LedgerFiles(folder);
    removeAll(files.home());
  }

  private static void removeAll(Path top) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    try (var all = Files.walk(top)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  Path database() {
    return home().resolve("ledger.duckdb");
  }

  /** Where the database puts what does not fit into its memory. */
  Path spill() {
    return home().resolve("spill");
  }

  IOException unusable(String seen, @Nullable Exception cause) {
    return new IOException("the ledger in %s cannot be opened: %s".formatted(folder, seen), cause);
  }

  private Path home() {
    return folder.resolve(Ledger.FOLDER);
  }
}
