package eu.sortie.evidence;

import eu.sortie.measure.Bytes;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the folders of drills are: each drill gets one of its own, and gives it back without a trace if nothing moved.
 *
 * @param drills the folder of all of them
 * @param isOurs whether it was made for this drill
 */
record Room(Path drills, boolean isOurs) {

  /** Evidence of a small drill takes a few MiB, its ledger as much again; with less than this the drill would end half-way. */
  static final long LEAST_BYTES = 64 * Bytes.MIB;

  static Room in(Path drills) {
    var isOurs = Files.notExists(drills);
    space(drills);
    try {
      Files.createDirectories(drills);
      return new Room(drills, isOurs);
    } catch (IOException failed) {
      throw unwritable(drills, failed);
    }
  }

  /** Two drills may begin in the same second: making a folder is atomic, so each gets its own. */
  Path take(String scenario, String instant) {
    try {
      var parent = Files.createDirectories(drills.resolve(scenario));
      for (int turn = 1; ; turn++) {
        var folder = parent.resolve(turn == 1 ? instant : instant + "-" + turn);
        try {
          return Files.createDirectory(folder);
        } catch (FileAlreadyExistsException taken) {
          // The next number is tried.
        }
      }
    } catch (IOException failed) {
      throw unwritable(drills, failed);
    }
  }

  void giveBack(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    removeIfEmpty(drills.resolve(drills.relativize(folder).getName(0)));
    if (isOurs) {
      removeIfEmpty(drills);
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException others) {
      // Other drills left evidence there.
    }
  }

  /**
   * How much a drill could write there.
   *
   * @throws Misuse where that is nothing, or less than it needs
   */
  static long space(Path drills) {
    var existing = Stream.iterate(drills.toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(drills);
    if (!Files.isDirectory(existing)) {
      throw unwritable(drills, "%s is a file".formatted(existing));
    }
    if (!Files.isWritable(existing)) {
      throw unwritable(drills, "%s may not be written".formatted(existing));
    }
    try {
      return requireSpace(drills, Files.getFileStore(existing).getUsableSpace());
    } catch (IOException failed) {
      throw unwritable(drills, failed);
    }
  }

  private static long requireSpace(Path drills, long free) {
    if (free < LEAST_BYTES) {
      throw new Misuse(
          "evidence: expected at least %s of free disk, saw %s in %s. Free some, or name another folder for drills"
              .formatted(Bytes.print(LEAST_BYTES), Bytes.print(free), drills));
    }
    return free;
  }

  private static Misuse unwritable(Path drills, String seen) {
    return new Misuse(unwritableWords(drills, seen));
  }

  private static Misuse unwritable(Path drills, IOException failed) {
    return new Misuse(unwritableWords(drills, failed.toString()), failed);
  }

  private static String unwritableWords(Path drills, String seen) {
    return "evidence: expected a folder that can be written, saw %s (%s). Name another folder for drills"
        .formatted(drills, seen);
  }
}
