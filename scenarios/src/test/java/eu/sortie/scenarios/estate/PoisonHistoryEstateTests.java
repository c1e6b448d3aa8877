package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

class PoisonHistoryEstateTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T22:00:00Z"), ZoneOffset.UTC);

  private static List<PoisonHistory> locks() {
    return new LockCases(CLOCK.instant()).all();
  }

  private static List<String> notPlanted(List<PlantedCase> cases, String id) {
    return cases.stream()
        .filter(each -> each.id().equals(id))
        .map(PlantedCase::notPlanted)
        .filter(because -> !because.isEmpty())
        .toList();
  }

  @Nested
  class TheCases {

    @Test
    void noTwoShareAKey() {
      assertThat(HistoryCases.all().stream().flatMap(each -> each.keys().stream()))
          .doesNotHaveDuplicates();
      assertThat(locks().stream().flatMap(each -> each.keys().stream())).doesNotHaveDuplicates();
    }

    @Test
    void noTwoAreDescribedAlike() {
      assertThat(HistoryCases.all()).extracting(PoisonHistory::what).doesNotHaveDuplicates();
      assertThat(locks()).extracting(PoisonHistory::what).doesNotHaveDuplicates();
      assertThat(BucketCases.ofHistories("any"))
          .extracting(BucketCase::what)
          .doesNotHaveDuplicates();
    }

    @Test
    void eachIsAboutTraitsThatThereAre() {
      var known =
          Selection.objects("any").kinds().traits().stream().map(Trait::name).toList();

      assertThat(Stream.of(
                  HistoryCases.all().stream().map(PoisonHistory::traits),
                  locks().stream().map(PoisonHistory::traits),
                  BucketCases.ofHistories("any").stream().map(BucketCase::traits),
                  BucketCases.underLock().stream().map(BucketCase::traits),
                  PoisonEstate.cases().stream().map(PoisonCase::traits))
              .flatMap(each -> each)
              .flatMap(each -> each.stream())
              .distinct())
          .isSubsetOf(known);
    }

    @Test
    void aSuspendedBucketKeepsOneVersionWithoutAName() {
      var middle = HistoryCases.all().stream()
          .filter(each -> each.keys().contains("V06/middle"))
          .findFirst()
          .orElseThrow();

      assertThat(middle.of("V06/middle"))
          .extracting(PoisonHistory.Planted::words)
          .containsExactly("version", "null version", "version");
      assertThat(middle.of("V06/middle").get(1).act().written())
          .isEqualTo(middle.acts().get(2).written());
    }

    @Test
    void whatIsThereForAWhileIsInNoHistory() {
      var twice = HistoryCases.all().stream()
          .filter(each -> each.keys().contains("V04/twice"))
          .findFirst()
          .orElseThrow();

      assertThat(twice.of("V04/twice"))
          .extracting(PoisonHistory.Planted::words)
          .containsExactly("version", "marker", "marker", "version");
    }

    @Test
    void whatNoBucketHoldsSaysWhy() {
      assertThat(NotHeld.all())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.notPlanted())
              .startsWith("not held by any bucket: ")
              .hasSizeGreaterThan(50));
    }

    /** The catalogue's numbers from keys to protocol: none may be passed over in silence. */
    @Test
    void everyNumberOfTheCatalogueIsPlantedOrSaysWhyNot() {
      var numbers = Stream.of(
              numbers("K", 10),
              numbers("O", 26),
              numbers("V", 7),
              numbers("B", 9),
              numbers("P", 15))
          .flatMap(each -> each);

      assertThat(Stream.of(
                  PoisonEstate.cases().stream().map(PoisonCase::id),
                  HistoryCases.all().stream().map(PoisonHistory::id),
                  locks().stream().map(PoisonHistory::id),
                  BucketCases.ofHistories("any").stream().map(BucketCase::id),
                  BucketCases.underLock().stream().map(BucketCase::id),
                  NotHeld.all().stream().map(PlantedCase::id))
              .flatMap(each -> each)
              .distinct())
          .containsExactlyInAnyOrderElementsOf(numbers.toList());
    }

    private static Stream<String> numbers(String letter, int last) {
      return java.util.stream.IntStream.rangeClosed(1, last)
          .mapToObj(i -> "%s%02d".formatted(letter, i));
    }
  }

  @Nested
  @ExtendWith(S3Mock.class)
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class AtS3Mock {

    private ServerProcess server;
    private List<PlantedCase> cases;

    @BeforeAll
    void plant(ServerProcess started) throws IOException {
      server = started;
      cases = new PoisonHistoryEstate().plant(server.end());
    }

    @Test
    void allVersionsAreThere() {
      assertThat(server
              .client()
              .listObjectVersions(list -> list.bucket("poison-history").prefix("V01/thirty"))
              .versions())
          .hasSize(30);
    }

    @Test
    void aDeletionWhosePlaceIsNotShownIsNotPlanted() {
      assertThat(notPlanted(cases, "V04"))
          .isNotEmpty()
          .allMatch(
              because -> because.startsWith("taken, but the listing shows another history: "));
    }

    @Test
    void aConfigurationThatIsTakenForAnotherCallIsNotPlanted() {
      assertThat(notPlanted(cases, "B08")).hasSize(2);
    }

    /** S3Mock hides versions without a name once it makes versions, and will not remove a bucket that holds them. */
    @Test
    void whatCannotBeRemovedIsNotPlantedOver() {
      assertThatThrownBy(() -> new PoisonHistoryEstate().plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("bucket 'poison-history'")
          .hasMessageContaining("Start the source anew");
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class AtMinio {

    private ServerProcess server;

    @BeforeAll
    void start() throws IOException {
      assumeTrue(
          Files.isExecutable(ServerProcess.minioBinary()),
          "MinIO has no published executable; the lab builds it, and this machine has no lab");
      server = ServerProcess.minio();
    }

    @AfterAll
    void stop() {
      if (server != null) {
        server.close();
      }
    }

    @Test
    void historiesArePlantedAsTheyWereMade() throws IOException {
      var cases = new PoisonHistoryEstate().plant(server.end());

      assertThat(cases)
          .filteredOn(each -> each.id().startsWith("V"))
          .filteredOn(each -> !each.notPlanted().isEmpty())
          .extracting(PlantedCase::what)
          .containsExactly("another storage class on the older version");
      assertThat(cases)
          .as("what no trait of a bucket speaks for")
          .filteredOn(each -> each.what().equals(BucketCases.untold().what()))
          .extracting(PlantedCase::notPlanted)
          .singleElement()
          .asString()
          .startsWith("400 MalformedXML");
      assertThat(server
              .client()
              .listObjectVersions(list -> list.bucket("poison-history").prefix("V06/middle"))
              .versions())
          .extracting(ObjectVersion::versionId)
          .hasSize(3)
          .element(1)
          .isEqualTo("null");
    }

    @Test
    void locksArePlantedAndHold() throws IOException {
      var cases = new PoisonLockEstate().plant(server.end());

      assertThat(notPlanted(cases, "O24")).isEmpty();
      assertThatThrownBy(() -> new PoisonLockEstate().plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("bucket 'poison-lock'")
          .hasMessageContaining("Start the source anew");
    }
  }
}
