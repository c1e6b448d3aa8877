package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import eu.sortie.spi.Trial;
import eu.sortie.spi.Tuned;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import eu.sortie.testbed.TinyStore;
import eu.sortie.testbed.TinyStore.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WriteTrialTests {

  private final List<Created> created = new ArrayList<>();
  private final List<Seen> writes = new ArrayList<>();
  private List<String> left = List.of();

  private Tuned at(Refusals refusals) {
    return at(refusals, false, Optional.of(new Trial("7f3a", created::add)));
  }

  private Tuned at(Refusals refusals, boolean keepsFrames, Optional<Trial> trial) {
    try (var store = new TinyStore(refusals, keepsFrames)) {
      var line = trial.isPresent() ? Line.open("europe") : Line.readOnly("europe");
      var tuned = new S3Protocol().tune(store.end("europe"), line, trial);
      store.seen().stream().filter(seen -> !S3Operation.reads(seen.method())).forEach(writes::add);
      left = store.buckets();
      assertThat(line.violations()).isEmpty();
      return tuned;
    }
  }

  private static Optional<Answer> nothing(Seen request) {
    return Optional.empty();
  }

  private static Refusals refusing(int status, String code, Predicate<Seen> what) {
    return request ->
        what.test(request) ? Optional.of(Answer.error(status, code)) : Optional.empty();
  }

  private static boolean isPage(Seen request) {
    return request.method().equals("POST");
  }

  private static boolean isObject(Seen request) {
    return request.method().equals("PUT") && request.bodyBytes() > 1000;
  }

  private static boolean has(Seen request, String header) {
    return request.headers().containsKey(header);
  }

  private static String answer(Tuned tuned, String what) {
    return tuned.findings().stream()
        .filter(finding -> finding.what().equals(what))
        .map(finding -> finding.answer() + ": " + finding.detail())
        .findFirst()
        .orElse("none");
  }

  @Nested
  class WithoutLeave {

    @Test
    void changesNothingAndSaysWhatWasNotTried() {
      var tuned = at(WriteTrialTests::nothing, false, Optional.empty());

      assertThat(writes).isEmpty();
      assertThat(answer(tuned, "writes"))
          .startsWith("unknown: not tried, for they change something")
          .contains("--try-writes europe");
    }
  }

  @Nested
  class AtAnEndThatTakesEverything {

    @Test
    void keepsThePlainWayAndLeavesNothing() {
      var tuned = at(WriteTrialTests::nothing);

      assertThat(tuned.findings())
          .extracting(Finding::what)
          .containsExactly(
              "region",
              "path",
              "host",
              "plain",
              "md5",
              "header",
              "trailer",
              "unsigned",
              "page",
              "page-md5",
              "lock",
              "lock-md5");
      assertThat(tuned.findings())
          .filteredOn(finding -> finding.answer() == Finding.Answer.NO)
          .extracting(Finding::what)
          .containsExactly("host");
      assertThat(tuned.settings())
          .containsEntry("checksums", "when-required")
          .containsEntry("deletes", "by-page")
          .containsEntry("path-style", "true");
      assertThat(left).isEmpty();
    }

    @Test
    void writesInBucketsOfItsOwnThatWereToldBefore() {
      at(WriteTrialTests::nothing);

      assertThat(created)
          .extracting(Created::what)
          .containsExactly("bucket sortie-doctor-7f3a", "bucket sortie-doctor-7f3a-lock");
      assertThat(writes)
          .isNotEmpty()
          .allSatisfy(seen -> assertThat(seen.target()).startsWith("/sortie-doctor-7f3a"));
    }
  }

  @Nested
  class AtAnEndThat {

    @Test
    void refusesTrailersIsWrittenToWithoutThem() {
      var tuned = at(refusing(400, "InvalidDigest", request -> has(request, "x-amz-trailer")));

      assertThat(answer(tuned, "trailer"))
          .isEqualTo("no: an object with a CRC32 behind it is refused: 400 InvalidDigest made up");
      assertThat(tuned.settings()).containsEntry("checksums", "when-required");
    }

    @Test
    void storesTheFramesOfTrailersIsCaughtAtIt() {
      var tuned = at(WriteTrialTests::nothing, true, Optional.of(new Trial("7f3a", created::add)));

      assertThat(answer(tuned, "trailer"))
          .startsWith("no: an object with a CRC32 behind it is taken and stored as ");
    }

    @Test
    void demandsAContentMd5OfPagesGetsOne() {
      var tuned = at(refusing(
          400, "MissingContentMD5", request -> isPage(request) && !has(request, "Content-MD5")));

      assertThat(answer(tuned, "page"))
          .isEqualTo(
              "no: a page of deletes with a CRC32 is refused: 400 MissingContentMD5 made up");
      assertThat(answer(tuned, "page-md5")).startsWith("yes");
      assertThat(tuned.settings())
          .containsEntry("checksums", "content-md5")
          .containsEntry("deletes", "by-page");
    }

    @Test
    void demandsAContentMd5OfLocksGetsOne() {
      var tuned = at(refusing(
          400,
          "InvalidRequest",
          request -> request.target().contains("object-lock") && !has(request, "Content-MD5")));

      assertThat(answer(tuned, "lock")).startsWith("no");
      assertThat(answer(tuned, "lock-md5")).startsWith("yes");
      assertThat(tuned.settings()).containsEntry("checksums", "content-md5");
    }

    @Test
    void takesNoPagesHasItsObjectsDeletedOneByOne() {
      var tuned = at(refusing(501, "NotImplemented", WriteTrialTests::isPage));

      assertThat(tuned.settings())
          .containsEntry("checksums", "when-required")
          .containsEntry("deletes", "one-by-one");
      assertThat(left).isEmpty();
    }

    @Test
    void saysYesToAPageAndDeletesNothingIsCaughtAtIt() {
      var tuned = at(request -> isPage(request)
          ? Optional.of(Answer.of(200, "<DeleteResult></DeleteResult>"))
          : Optional.empty());

      assertThat(answer(tuned, "page"))
          .isEqualTo(
              "no: a page of deletes with a CRC32 is taken, and [page-1, page-2] is there afterwards");
      assertThat(tuned.settings()).containsEntry("deletes", "one-by-one");
    }

    @Test
    void demandsAChecksumOfEveryObjectGetsOne() {
      var tuned = at(refusing(
          400,
          "InvalidRequest",
          request -> isObject(request) && !has(request, "x-amz-checksum-crc32")));

      assertThat(answer(tuned, "plain")).startsWith("no");
      assertThat(tuned.settings()).containsEntry("checksums", "crc32-header");
    }

    @Test
    void takesNoObjectAtAllHasNoSettingsThatWork() {
      var tuned = at(refusing(403, "QuotaExceeded", WriteTrialTests::isObject));

      assertThat(tuned.settings()).isEmpty();
      assertThat(left).isEmpty();
    }

    @Test
    void letsNobodyCreateBucketsIsLeftUntried() {
      var tuned = at(refusing(403, "AccessDenied", request -> request.method().equals("PUT")));

      assertThat(answer(tuned, "bucket")).startsWith("unknown: bucket 'sortie-doctor-7f3a' could");
      assertThat(tuned.settings()).containsEntry("checksums", "when-required");
    }

    @Test
    void keepsItsBucketIsSaidToDoSo() {
      var tuned = at(refusing(
          409,
          "BucketNotEmpty",
          request -> request.method().equals("DELETE")
              && request.target().matches("/sortie-doctor-7f3a/?")));

      assertThat(answer(tuned, "left"))
          .startsWith("no: bucket 'sortie-doctor-7f3a' is left behind: 409 BucketNotEmpty")
          .contains("s3 rb --force s3://sortie-doctor-7f3a");
    }

    @Test
    void isInAnotherRegionIsWrittenToThere() {
      var elsewhere = new Answer(
          400,
          Map.of("Content-Type", "application/xml"),
          "<Error><Code>AuthorizationHeaderMalformed</Code><Message>m</Message><Region>gra</Region></Error>");
      var tuned =
          at(request -> request.headers().getOrDefault("Authorization", "").contains("/gra/")
              ? Optional.empty()
              : Optional.of(elsewhere));

      assertThat(answer(tuned, "plain")).startsWith("yes");
      assertThat(tuned.settings())
          .containsEntry("region", "gra")
          .containsEntry("checksums", "when-required");
    }
  }
}
