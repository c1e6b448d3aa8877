package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.S3Object;

@ExtendWith(S3Mock.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotosEstateTests {

  private static final long MIB = 1024 * 1024;

  /** Changes with any byte, header, metadata or tag of any photo: then every measured number of before is another estate's. */
  private static final String DIGEST =
      "5b3cd1bb184ecfc96532fbdb318bc86363223c055a9ed2b085ea7d6230140924";

  private Bucket photos;
  private List<S3Object> listed;

  @BeforeAll
  void plant(ServerProcess server) throws IOException {
    assertThat(new PhotosEstate().plant(server.end())).isEmpty();
    photos = new Bucket(server.client(), "photos");
    listed = photos.objects();
  }

  @Nested
  class Sizes {

    @Test
    void twoThousandPhotosAreThere() {
      assertThat(listed).hasSize(2_000);
    }

    @Test
    void theyAreBetween350And450MebibytesTogether() {
      assertThat(listed.stream().mapToLong(S3Object::size).sum()).isBetween(350 * MIB, 450 * MIB);
    }

    @Test
    void atLeastTwoAreAsLargeAs64Mebibytes() {
      assertThat(listed).filteredOn(photo -> photo.size() == 64 * MIB).hasSizeGreaterThan(1);
    }

    @Test
    void noneIsLarger() {
      assertThat(listed).allMatch(photo -> photo.size() <= 64 * MIB);
    }

    @Test
    void halfAreSmallerThanFourKibibytes() {
      assertThat(listed).filteredOn(photo -> photo.size() < 4096).hasSizeBetween(900, 1_300);
    }

    @Test
    void aFewHaveNoBytes() {
      assertThat(listed).filteredOn(photo -> photo.size() == 0).hasSize(8);
    }

    @Test
    void largeOnesHaveAnETagOfParts() {
      assertThat(listed)
          .filteredOn(photo -> photo.size() == 64 * MIB)
          .allMatch(photo -> photo.eTag().endsWith("-8\""));
    }
  }

  @Nested
  class Traits {

    @Test
    void ownersBeyondAsciiArriveAsTheyAre() {
      assertThat(Bucket.metadata(photos.read("2026/03/0412.jpg")))
          .isEqualTo(Map.of("owner", "Łukasz", "taken", "2026-05-21T12:00:00Z"));
    }

    @Test
    void aThirdAreTagged() {
      assertThat(photos.tags("2026/01/0003.jpg")).containsKeys("album", "rating");
      assertThat(photos.tags("2026/01/0004.jpg")).isEmpty();
      assertThat(PhotoAlbum.photos())
          .filteredOn(photo -> !photo.tags().isEmpty())
          .hasSize(666);
    }

    @Test
    void someSayHowTheyAreCached() {
      assertThat(photos.read("2026/01/0004.jpg").cacheControl())
          .isEqualTo("public, max-age=31536000, immutable");
      assertThat(photos.read("2026/01/0003.jpg").cacheControl()).isNull();
    }
  }

  @Nested
  class Determinism {

    @Test
    void everyPhotoIsTheSameOnEveryMachine() throws IOException {
      assertThat(photos.digest()).isEqualTo(DIGEST);
    }

    @Test
    void noTwoPhotosHaveTheSameBytes() {
      assertThat(listed)
          .filteredOn(photo -> photo.size() > 0)
          .extracting(S3Object::eTag)
          .doesNotHaveDuplicates();
    }
  }
}
