package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.util.List;

/** A plain estate: two thousand photos of mixed, long-tailed size in the bucket {@code photos}. */
public final class PhotosEstate implements Estate {

  private static final String BUCKET = "photos";

  /** Plants nothing yet. */
  public PhotosEstate() {}

  @Override
  public String name() {
    return BUCKET;
  }

  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    var s3 = RawS3.at(source);
    var photos = PhotoAlbum.photos();
    s3.prepare(BUCKET, photos.stream().map(Specimen::key).toList());
    try (var hands = new Hands()) {
      hands.each(photos, photo -> {
        s3.put(BUCKET, photo);
        return photo.key();
      });
    }
    return List.of();
  }
}
