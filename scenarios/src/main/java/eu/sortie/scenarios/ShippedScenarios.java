package eu.sortie.scenarios;

import eu.sortie.cli.Catalogue;
import eu.sortie.cli.Published;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenarios.estate.FolderEstate;
import eu.sortie.scenarios.estate.PhotosEstate;
import eu.sortie.scenarios.estate.PoisonEstate;
import eu.sortie.scenarios.estate.PoisonHistoryEstate;
import eu.sortie.scenarios.estate.PoisonLockEstate;
import eu.sortie.spi.Estate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The scenarios that ship with Sortie. */
public final class ShippedScenarios implements Catalogue {

  @Override
  public List<Published> published() {
    return List.of(
        published(
            "photos-leave-s3",
            "About 2 000 photos of mixed size, with metadata and tags.",
            own -> itsOwn("photos-leave-s3", own, new PhotosEstate())),
        published(
            "poison-leaves-s3",
            "The poison estate: objects known to be hard, each with its number.",
            own -> itsOwn("poison-leaves-s3", own, new PoisonEstate())),
        published(
            "poison-history-leaves-s3",
            "Histories known to be hard, in a bucket configured in every hard way.",
            own -> itsOwn("poison-history-leaves-s3", own, new PoisonHistoryEstate())),
        published(
            "poison-lock-leaves-s3",
            "Locks known to be hard: retention and legal hold, for two days.",
            own -> itsOwn("poison-lock-leaves-s3", own, new PoisonLockEstate())),
        published(
            "folder-leaves-s3",
            "Your own folder (--estate DIR), loaded into the emulated source first.",
            ShippedScenarios::ownFolder));
  }

  @Override
  public Estate folder(Path folder, String bucket) {
    return new FolderEstate(folder, bucket);
  }

  private static Optional<Estate> itsOwn(String name, Optional<Path> folder, Estate estate) {
    if (folder.isPresent()) {
      throw new Misuse(
          "--estate: %s brings an estate of its own, so %s would not leave. Leave --estate out, or drill folder-leaves-s3"
              .formatted(name, folder.get()));
    }
    return Optional.of(estate);
  }

  private static Optional<Estate> ownFolder(Optional<Path> own) {
    return Optional.of(own.map(FolderEstate::new)
        .orElseThrow(() -> new Misuse(
            "folder-leaves-s3: no folder is named; name yours, as in --estate ~/photos")));
  }

  private static Published published(String name, String summary, Published.Planting estate) {
    var file = name + ".yaml";
    try (var text =
        Objects.requireNonNull(ShippedScenarios.class.getResourceAsStream(file), file)) {
      return new Published(
          name, summary, file, new String(text.readAllBytes(), StandardCharsets.UTF_8), estate);
    } catch (IOException damaged) {
      throw new UncheckedIOException(file + " cannot be read", damaged);
    }
  }
}
