package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

class PoisonEstateTests {

  private static final List<String> REQUIRED = List.of(
      "K01", "K02", "K03", "K04", "K05", "K06", "K07", "K09", "O01", "O02", "O03", "O04", "O05",
      "O06", "O07", "O08", "O09", "O10", "O21", "O26");

  private static Stream<String> planted(List<PlantedCase> cases) {
    return cases.stream()
        .filter(each -> each.notPlanted().isEmpty())
        .map(PlantedCase::id)
        .distinct();
  }

  private static String whyNot(List<PlantedCase> cases, String what) {
    return cases.stream()
        .filter(each -> each.what().equals(what))
        .findFirst()
        .orElseThrow()
        .notPlanted();
  }

  /** Every key of a planted case, and every plain neighbour. */
  private static List<String> expectedKeys(List<PlantedCase> cases) {
    return Stream.concat(
            cases.stream()
                .filter(each -> each.notPlanted().isEmpty())
                .flatMap(each -> each.keys().stream()),
            PoisonEstate.controls().stream().map(Specimen::key))
        .toList();
  }

  @Nested
  class TheCases {

    @Test
    void noTwoShareAKey() {
      assertThat(PoisonEstate.cases().stream().flatMap(each -> each.keys().stream()))
          .doesNotHaveDuplicates();
    }

    @Test
    void noTwoAreDescribedAlike() {
      assertThat(PoisonEstate.cases()).extracting(PoisonCase::what).doesNotHaveDuplicates();
    }

    @Test
    void longKeysHaveExactlyTheBytesThatS3Takes() {
      assertThat(PoisonEstate.cases().stream()
              .filter(each -> each.what().startsWith("1,024 bytes"))
              .flatMap(each -> each.keys().stream()))
          .hasSize(3)
          .allMatch(key -> key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length == 1024);
    }
  }

  @Nested
  @ExtendWith(S3Mock.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class AtS3Mock {

    private ServerProcess server;
    private List<PlantedCase> cases;
    private Bucket bucket;

    @BeforeAll
    void plant(ServerProcess started) throws IOException {
      server = started;
      cases = new PoisonEstate().plant(server.end());
      bucket = new Bucket(server.client(), "poison");
    }

    @Test
    void sixtyCasesAndMoreArePlanted() {
      assertThat(cases).filteredOn(each -> each.notPlanted().isEmpty()).hasSizeGreaterThan(60);
    }

    @Test
    void everyRequiredIdHasAPlantedCase() {
      // A website redirect is never shown by S3Mock, but O26 has other variants.
      assertThat(planted(cases)).containsAll(REQUIRED);
    }

    @Test
    void theBucketHoldsWhatWasPlantedAndNothingElse() {
      assertThat(bucket.keys()).containsExactlyInAnyOrderElementsOf(expectedKeys(cases));
    }

    @Test
    void plantingAgainEndsTheSame() throws IOException {
      assertThat(new PoisonEstate().plant(server.end())).isEqualTo(cases);
    }

    @Test
    void refusalsAreInTheServersOwnWords() {
      assertThat(whyNot(cases, "a backslash")).isEqualTo("400 HTTP Status 400 – Bad Request");
      assertThat(whyNot(cases, "a tag beyond ASCII")).startsWith("400 InvalidTag: ");
    }

    @Test
    void whatTheServerDoesNotShowIsNotPlanted() {
      assertThat(whyNot(cases, "a website redirect"))
          .isEqualTo(
              "taken, but x-amz-website-redirect-location: planted '/O26/moved', the source shows none");
    }

    @Test
    void gzipStaysPackedAndSaysSo() {
      assertThat(bucket.read("O01/lines.csv").contentEncoding()).isEqualTo("gzip");
      assertThat(bucket.bytes("O01/lines.csv")).startsWith(0x1f, 0x8b);
    }

    @Test
    void everyHeaderOfAnItemInPartsIsThere() {
      var item = bucket.read("O05/in-parts");
      assertThat(item.eTag()).endsWith("-2\"");
      assertThat(item.contentLength()).isEqualTo(5 * 1024 * 1024 + 1);
      assertThat(item.cacheControl()).isEqualTo("no-store");
      assertThat(item.contentDisposition()).isEqualTo("attachment; filename=\"all.txt\"");
      assertThat(item.contentEncoding()).isEqualTo("identity");
      assertThat(item.contentLanguage()).isEqualTo("is");
      assertThat(item.expiresString()).isEqualTo("Thu, 01 Dec 2033 16:00:00 GMT");
      assertThat(item.metadata()).containsEntry("owner", "Anna");
    }

    @Test
    void userMetadataBeyondAsciiIsUtf8OnTheWire() {
      assertThat(Bucket.metadata(bucket.read("O06/latin"))).isEqualTo(Map.of("owner", "Ægir"));
      assertThat(Bucket.metadata(bucket.read("O06/emoji"))).isEqualTo(Map.of("mood", "😀"));
    }

    @Test
    void userMetadataIsFullToTheLastByte() {
      assertThat(bucket.read("O07/full").metadata().get("owner")).hasSize(2048 - 16);
    }

    @Test
    void tenTagsAreThere() {
      assertThat(bucket.tags("O08/ten")).hasSize(10).containsEntry("tag-9", "value 9");
    }

    @Test
    void partsAreCountedInTheETag() {
      assertThat(bucket.read("O10/one-part").eTag()).endsWith("-1\"");
      assertThat(bucket.read("O10/odd-parts").eTag()).endsWith("-3\"");
      assertThat(bucket.read("O21/8-mib-and-1").eTag()).endsWith("-2\"");
    }

    @Test
    void itemsUnderCollapsedKeysAreToldApart() {
      assertThat(bucket.bytes("K01/a//b")).asString().isEqualTo("the item under K01/a//b");
      assertThat(bucket.bytes("K01/a/b")).asString().isEqualTo("the item under K01/a/b");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class AtMinio {

    private ServerProcess server;
    private List<PlantedCase> cases;
    private Bucket bucket;

    @BeforeAll
    void plant() throws IOException {
      assumeTrue(
          Files.isExecutable(ServerProcess.minioBinary()),
          "MinIO has no published executable; the lab builds it, and this machine has no lab");
      server = ServerProcess.minio();
      cases = new PoisonEstate().plant(server.end());
      bucket = new Bucket(server.client(), "poison");
    }

    @AfterAll
    void stop() {
      if (server != null) {
        server.close();
      }
    }

    @Test
    void sixtyCasesAndMoreArePlanted() {
      assertThat(cases).filteredOn(each -> each.notPlanted().isEmpty()).hasSizeGreaterThan(60);
    }

    @Test
    void theBucketHoldsWhatWasPlantedAndNothingElse() {
      assertThat(bucket.keys()).containsExactlyInAnyOrderElementsOf(expectedKeys(cases));
    }

    @Test
    void dotSegmentsAreRefusedInItsOwnWords() {
      assertThat(whyNot(cases, "a segment of one dot in the middle"))
          .startsWith("400 XMinioInvalidResourceName: ")
          .contains("\"..\" or \".\"");
    }

    @Test
    void anItemThatAlsoIsAFolderIsHiddenByTheListing() {
      assertThat(whyNot(cases, "an item and another below it"))
          .isEqualTo("taken, but the listing does not show the key 'K05/foo/bar'");
    }

    @Test
    void userMetadataBeyondAsciiIsSignedAsItIsAndShownAsEncodedWords() {
      assertThat(whyNot(cases, "a letter of Latin-1")).isEmpty();
      assertThat(bucket.read("O06/latin").metadata())
          .isEqualTo(Map.of("owner", "=?UTF-8?q?=C3=86gir?="));
    }

    @Test
    void photosArePlantedToo() throws IOException {
      new PhotosEstate().plant(server.end());
      assertThat(new Bucket(server.client(), "photos").objects()).hasSize(2_000);
    }
  }
}
