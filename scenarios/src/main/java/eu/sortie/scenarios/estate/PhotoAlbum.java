package eu.sortie.scenarios.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two thousand photos of 2026: the same keys, bytes, headers and tags on every machine. */
final class PhotoAlbum {

  static final int COUNT = 2_000;

  private static final long SEED = 20_261_123L;
  private static final int SMALLEST_BYTES = 1024;
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;
  private static final int CLIP_BYTES = 16 * 1024 * 1024;
  private static final int PART_BYTES = 8 * 1024 * 1024;

  /** The weight of the tail: few are large, and the few are most of the bytes. */
  private static final double TAIL = 0.59;

  /** Shares no factor with the count, so that each rank is taken once and neighbours differ in size. */
  private static final int STRIDE = 1_237;

  private static final List<String> OWNERS =
      List.of("Ægir", "Zoë Müller", "山田 花子", "Anna", "Łukasz", "Noor");
  private static final List<String> ALBUMS =
      List.of("summer", "Reykjavik-2026", "family.birthdays", "work");

  private PhotoAlbum() {}

  static List<Specimen> photos() {
    var photos = new ArrayList<Specimen>(COUNT);
    for (int number = 1; number <= COUNT; number++) {
      photos.add(photo(number));
    }
    return photos;
  }

  private static Specimen photo(int number) {
    int size = sizeBytes(number);
    var type = type(number, size);
    var key = "2026/%02d/%04d.%s".formatted(1 + (number - 1) * 12 / COUNT, number, type.ending);
    var photo = Specimen.of(key, new Body.Noise(SEED + number, size)).contentType(type.contentType);
    if (size >= CLIP_BYTES) {
      photo = photo.inPartsOf(PART_BYTES);
    }
    return tagged(number, withMetadata(number, withHeaders(number, photo)));
  }

  /** Pareto by rank and not by chance, so that the total is known; every 250th is an upload that never got its bytes. */
  private static int sizeBytes(int number) {
    if (number % 250 == 0) {
      return 0;
    }
    double rank = ((long) number * STRIDE % COUNT + 0.5) / COUNT;
    return (int)
        Math.min(LARGEST_BYTES, StrictMath.floor(SMALLEST_BYTES * StrictMath.pow(rank, -1 / TAIL)));
  }

  private static Specimen withHeaders(int number, Specimen photo) {
    var with = photo;
    if (number % 4 == 0) {
      with = with.header("Cache-Control", "public, max-age=31536000, immutable");
    }
    if (number % 7 == 0) {
      with = with.header(
          "Content-Disposition", "attachment; filename=\"photo-%04d\"".formatted(number));
    }
    if (number % 11 == 0) {
      with = with.header("Content-Language", "is, en");
    }
    if (number % 13 == 0) {
      with = with.header("Expires", "Thu, 01 Dec 2033 16:00:00 GMT");
    }
    return with;
  }

  private static Specimen withMetadata(int number, Specimen photo) {
    if (number % 5 == 0) {
      return photo;
    }
    return photo
        .metadata("owner", OWNERS.get(number % OWNERS.size()))
        .metadata("taken", "2026-%02d-%02dT12:00:00Z".formatted(1 + number % 12, 1 + number % 28));
  }

  private static Specimen tagged(int number, Specimen photo) {
    if (number % 3 != 0) {
      return photo;
    }
    return photo
        .tag("album", ALBUMS.get(number % ALBUMS.size()))
        .tag("rating", Integer.toString(number % 5 + 1));
  }

  private static Type type(int number, int size) {
    if (size >= CLIP_BYTES) {
      return Type.MP4;
    }
    return number % 10 == 9 ? Type.HEIC : number % 25 == 1 ? Type.PNG : Type.JPG;
  }

  /** What a camera or a telephone writes. */
  private enum Type {
    JPG("image/jpeg"),
    HEIC("image/heic"),
    PNG("image/png"),
    MP4("video/mp4");

    private final String contentType;
    private final String ending = name().toLowerCase(Locale.ROOT);

    Type(String contentType) {
      this.contentType = contentType;
    }
  }
}
