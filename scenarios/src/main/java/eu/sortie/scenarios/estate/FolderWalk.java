package eu.sortie.scenarios.estate;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a folder holds.
 *
 * @param files its regular files, in the order of their keys
 * @param passedOver its symbolic links and other special files
 */
record FolderWalk(List<Specimen> files, List<PlantedCase> passedOver) {

  /** The failure catalogue's number for what stands for something else. */
  private static final String LINKS = "O26";

  private static final int MOST_KEY_BYTES = 1024;
  private static final int MOST_PARTS = 10_000;
  private static final long PART_BYTES = 16L * 1024 * 1024;
  private static final long IN_PARTS_ABOVE_BYTES = 64L * 1024 * 1024;

  static FolderWalk of(Path folder, Predicate<Path> readable) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Misuse("%s: expected a folder whose files leave, saw %s. Name an existing folder"
          .formatted(folder, Files.exists(folder) ? "a file" : "nothing there"));
    }
    var walk = new Walk(folder, readable);
    Files.walkFileTree(folder.toRealPath(), walk);
    if (walk.files.isEmpty()) {
      throw new Misuse(
          "%s: expected at least one regular file, saw none%s. Name a folder with files in it"
              .formatted(
                  folder,
                  walk.passedOver.isEmpty()
                      ? ""
                      : " but %d links or special files".formatted(walk.passedOver.size())));
    }
    walk.files.sort(Comparator.comparing(Specimen::key));
    return new FolderWalk(List.copyOf(walk.files), List.copyOf(walk.passedOver));
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Predicate<Path> readable;
    private final List<Specimen> files = new ArrayList<>();
    private final List<PlantedCase> passedOver = new ArrayList<>();

    Walk(Path folder, Predicate<Path> readable) throws IOException {
      this.folder = folder.toRealPath();
      this.readable = readable;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      var key = key(file);
      if (attributes.isSymbolicLink()) {
        passedOver.add(passedOver("a symbolic link in the folder", key));
      } else if (!attributes.isRegularFile()) {
        passedOver.add(passedOver("neither file nor folder", key));
      } else if (!readable.test(file)) {
        throw unreadable(file);
      } else {
        files.add(specimen(key, file, attributes.size()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException because) {
      throw unreadable(file);
    }

    private static Misuse unreadable(Path file) {
      return new Misuse(
          "%s: expected to read it, but may not. Nothing was planted. Make it readable or take it out of the folder"
              .formatted(file));
    }

    private String key(Path file) {
      var names = new ArrayList<String>();
      folder.relativize(file).forEach(name -> names.add(name.toString()));
      var key = String.join("/", names);
      if (key.indexOf('\ufffd') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
        throw new Misuse(
            "%s: expected a name in the encoding of this system, saw bytes that are none. Rename it, or run with a UTF-8 locale"
                .formatted(file));
      }
      int bytes = key.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_KEY_BYTES) {
        throw new Misuse(
            "%s: expected a path of at most %d bytes below the folder, saw %d: S3 has no longer keys. Name a folder further down"
                .formatted(file, MOST_KEY_BYTES, bytes));
      }
      return key;
    }

    private static PlantedCase passedOver(String what, String key) {
      return new PlantedCase(
          LINKS, what, List.of(key), "passed over: only regular files of the folder are planted");
    }

    private static Specimen specimen(String key, Path file, long size) throws IOException {
      var specimen = Specimen.of(key, new Body.FileBody(file, size));
      var guess = Files.probeContentType(file);
      if (guess != null) {
        specimen = specimen.contentType(guess);
      }
      return size <= IN_PARTS_ABOVE_BYTES
          ? specimen
          : specimen.inPartsOf(Math.max(PART_BYTES, size / MOST_PARTS + 1));
    }
  }
}
