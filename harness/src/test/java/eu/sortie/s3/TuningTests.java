package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;

@Timeout(60)
class TuningTests {

  private static End end(Map<String, String> settings) {
    return End.of("europe", true, "s3", settings, Capabilities.UNSTATED);
  }

  private static S3Settings settings(Map<String, String> settings) {
    return S3Settings.of(end(settings));
  }

  @Nested
  class AsSet {

    @Test
    void isWhatWorkedBeforeWhereNothingIsSaid() {
      assertThat(settings(Map.of()).tuning())
          .isEqualTo(new Tuning(
              false,
              "us-east-1",
              Tuning.Checksums.WHEN_REQUIRED,
              Tuning.Payload.AUTO,
              Tuning.Deletes.BY_PAGE));
    }

    @Test
    void isReadAgainFromWhatItSaysOfItself() {
      for (var checksums : Tuning.Checksums.values()) {
        var tuning =
            new Tuning(true, "gra", checksums, Tuning.Payload.ALWAYS, Tuning.Deletes.ONE_BY_ONE);

        assertThat(settings(tuning.settings()).tuning()).isEqualTo(tuning);
      }
    }

    @Test
    void saysItselfInWordsForTheJournal() {
      assertThat(settings(Map.of("region", "gra", "checksums", "content-md5"))
              .tuning()
              .words())
          .containsExactly(
              "bucket in the host name",
              "region gra",
              "checksums content md5",
              "payload of parts signed over http",
              "deletes by page");
    }

    @ParameterizedTest
    @CsvSource({
      "checksums, crc32, 'when-required, content-md5, crc32-header or crc32-trailer'",
      "payload-signing, never, auto or always",
      "deletes, page, by-page or one-by-one",
      "path-style, yes, 'true, false or auto'",
    })
    void isRefusedWhereItIsNoneOfTheKnown(String key, String word, String known) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> settings(Map.of(key, word)))
          .withMessage(
              "environment: end 'europe': %s: expected %s, saw '%s'".formatted(key, known, word));
    }

    @Test
    void hasTheBucketInThePathWhereTheEndpointIsANumber() {
      assertThat(settings(Map.of("endpoint", "http://127.0.0.1:9000")).pathStyle())
          .isTrue();
      assertThat(settings(Map.of("endpoint", "http://[::1]:9000")).pathStyle()).isTrue();
      assertThat(settings(Map.of("endpoint", "https://s3.gra.io.cloud.ovh.net")).pathStyle())
          .isFalse();
    }

    @Test
    void leavesToBeFoundWhatIsAuto() {
      var auto = Map.of(
          "region", "auto", "path-style", "auto", "endpoint", "https://s3.gra.io.cloud.ovh.net");

      assertThat(settings(auto).toFind()).containsExactly("path-style", "region");
      assertThat(settings(auto).region()).isEqualTo("us-east-1");
      assertThat(settings(Map.of()).toFind()).isEmpty();
    }
  }

  @Nested
  class OnTheWire {

    private Seen put(Map<String, String> more) {
      return with(
          more,
          connection -> connection
              .client()
              .putObject(put -> put.bucket("b").key("k"), RequestBody.fromString("hello")));
    }

    private Seen page(Map<String, String> more) {
      return with(
          more,
          connection -> connection
              .client()
              .deleteObjects(delete -> delete
                  .bucket("b")
                  .delete(
                      some -> some.objects(ObjectIdentifier.builder().key("k").build()))));
    }

    private Seen lock(Map<String, String> more) {
      return with(
          more,
          connection -> connection
              .client()
              .putObjectLockConfiguration(put -> put.bucket("b")
                  .objectLockConfiguration(
                      lock -> lock.objectLockEnabled(ObjectLockEnabled.ENABLED))));
    }

    private Seen with(Map<String, String> more, Doing doing) {
      try (var server = new TinyServer(request -> Answer.of(
          200, request.target().contains("delete") ? "<DeleteResult></DeleteResult>" : ""))) {
        var all = new HashMap<String, String>();
        server.end("europe").settings().forEach((key, set) -> all.put(key, set.value()));
        all.putAll(more);
        try (var connection = new S3Connection(end(all), Line.open("europe"))) {
          doing.run(connection);
        }
        assertThat(server.seen()).hasSize(1);
        return server.seen().get(0);
      }
    }

    @Test
    void anObjectGoesPlainAndItsSignatureCoversItOverHttp() {
      var headers = put(Map.of()).headers();

      assertThat(headers)
          .containsKey("x-amz-content-sha256")
          .doesNotContainKeys("x-amz-trailer", "x-amz-checksum-crc32", "Content-MD5");
      assertThat(headers.get("x-amz-content-sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void anObjectGoesWithACrcInAHeaderWhereThatIsSet() {
      var headers = put(Map.of("checksums", "crc32-header")).headers();

      assertThat(headers).containsEntry("x-amz-checksum-crc32", "NhCmhg==");
      assertThat(headers).doesNotContainKey("x-amz-trailer");
    }

    @Test
    void anObjectGoesWithATrailerWhereThatIsSet() {
      var headers = put(Map.of("checksums", "crc32-trailer")).headers();

      assertThat(headers).containsEntry("x-amz-trailer", "x-amz-checksum-crc32");
      assertThat(headers.get("x-amz-content-sha256")).startsWith("STREAMING-");
    }

    @Test
    void anObjectGoesWithAContentMd5WhereThatIsSet() {
      assertThat(put(Map.of("checksums", "content-md5")).headers())
          .containsEntry("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==")
          .doesNotContainKeys("x-amz-trailer", "x-amz-checksum-crc32");
    }

    @Test
    void aPageOfDeletesGoesWithACrcAndWhereThatIsSetWithAContentMd5Too() {
      assertThat(page(Map.of()).headers())
          .containsKey("x-amz-checksum-crc32")
          .doesNotContainKey("Content-MD5");
      assertThat(page(Map.of("checksums", "content-md5")).headers())
          .as("the SDK leaves the CRC in; an end that asks for MD5 knows nothing of it")
          .containsKeys("Content-MD5", "x-amz-checksum-crc32");
    }

    @Test
    void aLockConfigurationGoesWithACrcAndWhereThatIsSetWithAContentMd5Too() {
      assertThat(lock(Map.of()).headers())
          .containsKey("x-amz-checksum-crc32")
          .doesNotContainKey("Content-MD5");
      assertThat(lock(Map.of("checksums", "content-md5")).headers())
          .as("the SDK leaves the CRC in; an end that asks for MD5 knows nothing of it")
          .containsKeys("Content-MD5", "x-amz-checksum-crc32");
    }

    private interface Doing {
      void run(S3Connection connection);
    }
  }

  @Nested
  class TheSignature {

    @Test
    void coversTheBodyWhereThatIsSet() {
      var options = new SignedPayload()
          .resolveAuthScheme(some -> some.operation("PutObject").region(Region.US_EAST_1));

      assertThat(options)
          .isNotEmpty()
          .allSatisfy(
              option -> assertThat(option.signerProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED))
                  .isTrue());
    }
  }
}
