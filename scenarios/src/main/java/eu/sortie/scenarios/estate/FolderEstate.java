package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * An estate of the user's own: the regular files of a folder in the bucket {@code folder} unless said otherwise, each under its path.
 *
 * <p>Nothing is made up: an item has the bytes of its file and the content type the JDK guesses, and no metadata. Symbolic links are
 * not followed; they come back as cases that were not planted, so that no report passes over them.
 */
public final class FolderEstate implements Estate {

  private static final String BUCKET = "folder";

  private final Path folder;
  private final String bucket;
  private final Predicate<Path> readable;

  /** An estate of a folder, which is looked at when it is planted. */
  public FolderEstate(Path folder) {
    this(folder, BUCKET);
  }

  /** An estate of a folder in a bucket of another name. */
  public FolderEstate(Path folder, String bucket) {
    this(folder, bucket, Files::isReadable);
  }

  FolderEstate(Path folder, Predicate<Path> readable) {
    this(folder, BUCKET, readable);
  }

  private FolderEstate(Path folder, String bucket, Predicate<Path> readable) {
    this.folder = folder;
    this.bucket = bucket;
    this.readable = readable;
  }

  @Override
  public String name() {
    return "folder";
  }

  /**
   * Plants every regular file, large ones in parts.
   *
   * @return the symbolic links and other special files that were passed over
   * @throws Misuse before anything is planted, where the folder is empty, something in it cannot be read, or the bucket holds something else
   */
  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    var s3 = RawS3.at(source);
    var found = FolderWalk.of(folder, readable);
    s3.prepare(bucket, found.files().stream().map(Specimen::key).toList());
    try (var hands = new Hands()) {
      hands.each(found.files(), file -> {
        s3.put(bucket, file);
        return file.key();
      });
    }
    return found.passedOver();
  }
}
