package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CHECKSUMS;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.EXPOSURE;
import static eu.sortie.scenario.ObjectTraits.LEGAL_HOLD;
import static eu.sortie.scenario.ObjectTraits.PARTS;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.RETENTION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.AgainException;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.RefusedException;
import eu.sortie.testbed.BrokenStream;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Answers;
import eu.sortie.testbed.TinyServer.Seen;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ObjectWriterTests {

  static final int PART = 8 << 20;

  private TinyServer server;
  private S3Connection connection;
  private ObjectWriter writer;

  private void serve(Answers answers) {
    server = new TinyServer(answers);
    connection = new S3Connection(server.end("europe"), Line.open("europe"));
    writer = new ObjectWriter(connection, "photos");
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  /** What an S3 server says where all goes well. */
  static Answer well(Seen request) {
    if (request.target().contains("uploads")) {
      return Answer.of(
          200,
          "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>");
    }
    return request.method().equals("POST")
        ? Answer.of(
            200, "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>")
        : Answer.of(200, "").with("ETag", "\"e\"");
  }

  private static Item item(Object... traits) {
    var seen = new LinkedHashMap<Trait, Value>();
    for (int i = 0; i < traits.length; i += 2) {
      seen.put(
          (Trait) traits[i],
          traits[i + 1] instanceof Value value ? value : Value.text((String) traits[i + 1]));
    }
    return new Item(ItemId.of("object", "k"), seen);
  }

  private List<Concession> write(Item item, int length) throws IOException {
    return writer
        .write(item, length, new ByteArrayInputStream(new byte[length]))
        .concessions();
  }

  private List<Concession> write(Object... traits) throws IOException {
    return write(item(traits), 5);
  }

  private List<String> requests() {
    return server.seen().stream()
        .map(seen -> seen.method() + " " + seen.target() + " " + seen.bodyBytes())
        .toList();
  }

  /** Parts may arrive in any order. */
  private Seen part(int number) {
    return server.seen().stream()
        .filter(seen -> seen.target().matches(".*[?&]partNumber=" + number + "(&.*)?"))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> headers() {
    return server.seen().get(server.seen().size() - 1).headers();
  }

  @Nested
  class HowManyRequests {

    @Test
    void anEmptyObjectIsOne() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(), 0);

      assertThat(requests()).containsExactly("PUT /photos/k 0");
    }

    @Test
    void anObjectOfExactlyOnePartIsOne() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(), PART);

      assertThat(requests()).containsExactly("PUT /photos/k " + PART);
    }

    @Test
    void anObjectAByteLargerGoesInTwoParts() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(), PART + 1);

      assertThat(server.seen())
          .extracting(Seen::method)
          .containsExactly("POST", "PUT", "PUT", "POST");
      assertThat(part(1).bodyBytes()).isEqualTo(PART);
      assertThat(part(2).bodyBytes()).isEqualTo(1);
    }
  }

  @Nested
  class WhatGoesAlong {

    private final Object[] traits = {
      CONTENT_TYPE, "image/jpeg",
      CONTENT_ENCODING, "gzip",
      CACHE_CONTROL, "no-cache",
      EXPIRES, "Tue, 24 Nov 2026 10:14:05 GMT",
      STORAGE_CLASS, "STANDARD_IA",
      REDIRECT_LOCATION, "/there",
      USER_METADATA, Value.entries(Map.of("owner", "Odile")),
      TAGS, Value.entries(Map.of("a b", "c&d"))
    };

    private void areAllThere(Map<String, String> headers) {
      assertThat(headers)
          .containsEntry("Content-Type", "image/jpeg")
          .containsEntry("Content-Encoding", "gzip")
          .containsEntry("Cache-Control", "no-cache")
          .containsEntry("Expires", "Tue, 24 Nov 2026 10:14:05 GMT")
          .containsEntry("x-amz-storage-class", "STANDARD_IA")
          .containsEntry("x-amz-website-redirect-location", "/there")
          .containsEntry("x-amz-meta-owner", "Odile")
          .containsEntry("x-amz-tagging", "a%20b=c%26d");
    }

    @Test
    void isLockedWithTheDigestThatEndsInsistOn() throws IOException {
      serve(ObjectWriterTests::well);
      var until = "2026-11-24T21:56:05Z";
      var retained = Value.entries(Map.of("mode", "GOVERNANCE", "until", until));
      write(item(RETENTION, retained, LEGAL_HOLD, "ON"), 5);

      assertThat(headers())
          .containsEntry("x-amz-object-lock-mode", "GOVERNANCE")
          .containsEntry("x-amz-object-lock-retain-until-date", until)
          .containsEntry("x-amz-object-lock-legal-hold", "ON")
          .containsEntry("Content-MD5", Checksum.md5(new byte[5]));
    }

    @Test
    void isEncryptedInItsModeAndCheckedByItsChecksum() throws IOException {
      serve(ObjectWriterTests::well);
      write(
          item(
              ENCRYPTION,
              Value.entries(Map.of("mode", "aws:kms", "key", "theirs")),
              CHECKSUMS,
              Value.entries(Map.of("crc32", "abc", "type", "FULL_OBJECT"))),
          5);

      assertThat(headers())
          .containsEntry("x-amz-server-side-encryption", "aws:kms")
          .containsEntry("x-amz-checksum-crc32", "abc")
          .doesNotContainKey("x-amz-server-side-encryption-aws-kms-key-id");
    }

    @Test
    void hasTheChecksumsOfItsPartsWhereThatOfTheWholeIsMadeOfThem() throws IOException {
      serve(ObjectWriterTests::well);
      var composite = Value.entries(Map.of("sha256", "abc-2", "type", "COMPOSITE"));
      write(item(PARTS, "2", CHECKSUMS, composite), PART + 5);

      assertThat(server.seen().get(0).headers())
          .containsEntry("x-amz-checksum-algorithm", "SHA256")
          .containsEntry("x-amz-checksum-type", "COMPOSITE");
      assertThat(part(2).headers())
          .containsEntry("x-amz-checksum-sha256", new Checksum("sha256", "", true).of(new byte[5]));
      assertThat(headers()).doesNotContainKey("x-amz-checksum-sha256");
    }

    @Test
    void isTheSameInOneRequest() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(traits), 5);

      areAllThere(headers());
    }

    @Test
    void isTheSameInParts() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(traits), PART + 1);

      areAllThere(server.seen().get(0).headers());
    }

    @Test
    void isNothingTheSourceDidNotShow() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(STORAGE_CLASS, "STANDARD"), 5);

      assertThat(headers().keySet())
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-amz-meta"))
          .doesNotContain("x-amz-storage-class", "x-amz-tagging", "Expires", "Cache-Control");
    }
  }

  @Nested
  class WhatIsConceded {

    private Answers refusing(String header, int status, String code) {
      return request ->
          request.headers().containsKey(header) ? Answer.error(status, code) : well(request);
    }

    @Test
    void areTheTagsWhereTheEndHasNoneAndItIsNotAskedAgain() throws IOException {
      serve(refusing("x-amz-tagging", 501, "NotImplemented"));
      var tags = Value.entries(Map.of("a", "b"));
      var because = "501 NotImplemented made up";

      assertThat(write(TAGS, tags))
          .containsExactly(new Concession(TAGS, Cause.DESTINATION, because));
      int asked = server.seen().size();
      assertThat(write(TAGS, tags))
          .containsExactly(new Concession(TAGS, Cause.DESTINATION, because));
      assertThat(server.seen()).hasSize(asked + 1);
    }

    @Test
    void isOneAccessListWhereTheEndTakesAnother() throws IOException {
      serve(request -> "authenticated-read".equals(request.headers().get("x-amz-acl"))
          ? Answer.error(501, "NotImplemented")
          : well(request));
      var because = "501 NotImplemented made up";

      assertThat(write(
              ACL,
              Value.entries(Map.of("AuthenticatedUsers", "READ")),
              EXPOSURE,
              "authenticated-read"))
          .containsExactly(
              new Concession(ACL, Cause.DESTINATION, because),
              new Concession(EXPOSURE, Cause.DESTINATION, because));
      assertThat(write(ACL, Value.entries(Map.of("AllUsers", "READ")), EXPOSURE, "public-read"))
          .isEmpty();
      assertThat(headers()).containsEntry("x-amz-acl", "public-read");
    }

    @Test
    void areTheGrantsToAccountsWithoutBeingAsked() throws IOException {
      serve(ObjectWriterTests::well);

      assertThat(write(ACL, Value.entries(Map.of("id:them", "READ"))))
          .containsExactly(new Concession(ACL, Cause.TOOL, Grants.NOT_SENT));
      assertThat(server.seen()).hasSize(1);
    }

    @Test
    void isNotRememberedWhereItMayBeAboutThisItemOnly() throws IOException {
      serve(refusing("x-amz-storage-class", 400, "InvalidStorageClass"));

      assertThat(write(STORAGE_CLASS, "GLACIER"))
          .containsExactly(
              new Concession(STORAGE_CLASS, Cause.DESTINATION, "400 InvalidStorageClass made up"));
      write(STORAGE_CLASS, "GLACIER");
      assertThat(server.seen()).hasSize(4);
    }

    @Test
    void isNothingOfAnItemThatHasNoneOfIt() throws IOException {
      serve(refusing("x-amz-tagging", 501, "NotImplemented"));
      write(TAGS, Value.entries(Map.of("a", "b")));

      assertThat(write(CONTENT_TYPE, "text/plain")).isEmpty();
    }

    @Test
    void isNeverTheContentTypeOrTheMetadata() {
      serve(refusing("x-amz-meta-owner", 400, "InvalidArgument"));

      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> write(USER_METADATA, Value.entries(Map.of("owner", "Odile"))))
          .withMessage("400 InvalidArgument made up");
    }

    @Test
    void isNothingWhereTheRefusalIsAboutRights() {
      serve(request -> Answer.error(403, "AccessDenied"));

      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> write(TAGS, Value.entries(Map.of("a", "b"))))
          .withMessage("403 AccessDenied made up");
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Nested
  class HeadersThatAreNotAscii {

    private final Value owner = Value.entries(Map.of("owner", "Ægir"));

    /** The wire's bytes, as a server reads them that takes each for a character. */
    private static final String ON_THE_WIRE = "\u00c3\u0086gir";

    @Test
    void goAsUtf8() throws IOException {
      serve(ObjectWriterTests::well);
      write(USER_METADATA, owner);

      assertThat(headers()).containsEntry("x-amz-meta-owner", ON_THE_WIRE);
    }

    @Test
    void areSignedTheOtherWayWhereTheEndDoesNotAgreeAndTheBytesStayTheSame() throws IOException {
      serve(request ->
          server.seen().size() == 1 ? Answer.error(403, "SignatureDoesNotMatch") : well(request));

      assertThat(write(USER_METADATA, owner)).isEmpty();
      assertThat(server.seen())
          .extracting(seen -> seen.headers().get("x-amz-meta-owner"))
          .containsExactly(ON_THE_WIRE, ON_THE_WIRE);
      assertThat(server.seen().get(0).headers().get("Authorization"))
          .isNotEqualTo(server.seen().get(1).headers().get("Authorization"));

      write(USER_METADATA, owner);
      assertThat(server.seen()).hasSize(3);
    }

    @Test
    void areNotToBlameWhereThereAreNone() {
      serve(request -> Answer.error(403, "SignatureDoesNotMatch"));

      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> write());
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Nested
  class WhatGoesWrong {

    private InputStream breaksAfter(int bytes) {
      return new SequenceInputStream(new ByteArrayInputStream(new byte[bytes]), new BrokenStream());
    }

    @Test
    void isAbortedWhereTheSourceBreaksBetweenParts() {
      serve(ObjectWriterTests::well);

      assertThatIOException()
          .isThrownBy(() -> writer.write(item(), 3L * PART, breaksAfter(2 * PART)))
          .withMessage("connection reset")
          .satisfies(failed -> assertThat(failed).isNotInstanceOf(RefusedException.class));
      assertThat(requests()).last().isEqualTo("DELETE /photos/k?uploadId=u1 0");
    }

    @Test
    void isAbortedWhereAPartIsRefused() {
      serve(request -> request.target().contains("partNumber=2")
          ? Answer.error(403, "QuotaExceeded")
          : well(request));

      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> write(item(), 2 * PART))
          .withMessage("403 QuotaExceeded made up");
      assertThat(requests()).last().isEqualTo("DELETE /photos/k?uploadId=u1 0");
    }

    @Test
    void isStillSaidWhereEvenTheAbortIsRefused() {
      serve(request -> request.target().contains("uploadId")
          ? Answer.error(403, "AccessDenied")
          : well(request));

      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> write(item(), 2 * PART))
          .withMessage("403 AccessDenied made up");
    }

    @Test
    void leavesNothingWhereTheSourceBreaksInTheFirstPart() {
      serve(ObjectWriterTests::well);

      assertThatIOException().isThrownBy(() -> writer.write(item(), PART, breaksAfter(100)));
      assertThat(server.seen()).isEmpty();
    }

    @Test
    void isSilenceAndNoRefusalWhereNobodyAnswers() {
      serve(ObjectWriterTests::well);
      server.close();

      assertThatIOException()
          .isThrownBy(() -> write())
          .satisfies(failed -> assertThat(failed)
              .isNotInstanceOf(RefusedException.class)
              .isNotInstanceOf(ChangedException.class));
    }
  }

  @Nested
  class AnObjectOfOnePieceTooLargeToHold {

    private static final int LARGE = (64 << 20) + 1;

    private Item onePiece() {
      return item(PARTS, Value.absent(), CONTENT_TYPE, "text/plain", TAGS, TAGGED);
    }

    private static final Value TAGGED = Value.entries(Map.of("a", "b"));

    @Test
    void isOneRequestAsItsBytesCome() throws IOException {
      serve(ObjectWriterTests::well);

      assertThat(write(onePiece(), LARGE)).isEmpty();
      assertThat(requests()).containsExactly("PUT /photos/k " + LARGE);
      assertThat(headers())
          .containsEntry("Content-Type", "text/plain")
          .containsEntry("x-amz-tagging", "a=b");
    }

    @Test
    void goesInPartsWhereTheEndDoesNotTakeItAndSoDoAllThatFollow() throws IOException {
      serve(request ->
          request.bodyBytes() > PART ? Answer.error(400, "EntityTooLarge") : well(request));

      assertThatExceptionOfType(AgainException.class)
          .isThrownBy(() -> write(onePiece(), LARGE))
          .withMessageContaining("EntityTooLarge");
      write(onePiece(), LARGE);
      write(onePiece(), LARGE);

      assertThat(requests())
          .filteredOn(request -> request.startsWith("PUT /photos/k "))
          .hasSize(1);
      assertThat(requests()).filteredOn(request -> request.contains("?uploads")).hasSize(2);
      assertThat(connection.manners().found()).anyMatch(found -> found.contains("in parts"));
    }

    @Test
    void goesInPartsOnceWhereTheEndWasBusy() throws IOException {
      serve(request -> request.bodyBytes() > PART && server.seen().size() < 2
          ? Answer.error(503, "SlowDown")
          : well(request));

      assertThatExceptionOfType(AgainException.class).isThrownBy(() -> write(onePiece(), LARGE));
      write(onePiece(), LARGE);
      write(onePiece(), LARGE);

      assertThat(requests())
          .filteredOn(request -> request.startsWith("PUT /photos/k "))
          .hasSize(2);
      assertThat(requests()).filteredOn(request -> request.contains("?uploads")).hasSize(1);
    }

    @Test
    void isSentWithADigestInPartsWhereItIsLocked() throws IOException {
      serve(ObjectWriterTests::well);
      write(item(PARTS, Value.absent(), LEGAL_HOLD, "ON"), LARGE);

      assertThat(requests()).first().asString().contains("?uploads");
    }

    @Test
    void isNotWaitedForByTheEndWhereFewerBytesComeThanWereAnnounced() {
      serve(ObjectWriterTests::well);

      assertThatExceptionOfType(AgainException.class)
          .isThrownBy(() ->
              writer.write(onePiece(), LARGE, new ByteArrayInputStream(new byte[LARGE - PART])))
          .withMessageContaining("bytes came to be sent");
    }
  }

  @Nested
  class MemoryOfALargeObject {

    @Test
    void isThatOfAFewPartsHoweverLargeItIs(@TempDir Path folder) throws Exception {
      serve(ObjectWriterTests::well);
      int parts = 25;
      var log = folder.resolve("log").toFile();
      var writing = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx80m",
              "-XX:+UseSerialGC",
              "-Dfile.encoding=UTF-8",
              "-cp",
              System.getProperty("java.class.path"),
              WritesALot.class.getName(),
              server.endpoint(),
              String.valueOf(parts))
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
      try {
        assertThat(writing.waitFor(50, TimeUnit.SECONDS)).isTrue();
      } finally {
        writing.destroyForcibly();
      }

      assertThat(writing.exitValue()).as(read(log)).isZero();
      assertThat(server.seen().stream().mapToLong(Seen::bodyBytes).filter(some -> some == PART))
          .hasSize(parts);
      assertThat(requests()).last().asString().startsWith("POST /photos/k?uploadId=u1");
    }

    private static String read(File log) throws IOException {
      return Files.readString(log.toPath());
    }
  }
}
