package eu.sortie.s3;

import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Traffic;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Answers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted is what crossed the wire, retries included. */
@Timeout(60)
class WireTests {

  private static final Answer BUSY = Answer.error(503, "SlowDown");
  private static final String KILO = "x".repeat(1000);

  private final Line line = Line.open("europe");
  private TinyServer server;
  private S3Connection connection;

  private void serve(Answers answers) {
    server = new TinyServer(answers);
    connection = new S3Connection(server.end("europe"), line);
    line.meter().enter(Stage.EXPORT);
  }

  /** Busy twice, then as it should be. */
  private void serveAtTheThirdTry(Answer answer) {
    serve(request -> server.seen().size() < 3 ? BUSY : answer);
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private SortedMap<String, Traffic> usage() {
    return line.meter().usage().stages().get(Stage.EXPORT);
  }

  private static Item item(String key) {
    return new Item(
        ItemId.of("object", key),
        Map.of(
            ObjectTraits.CONTENT_TYPE,
            Value.text("text/plain"),
            ObjectTraits.TAGS,
            Value.absent()));
  }

  @Nested
  class WithTheSdk {

    @Test
    void aReadThatWasTriedThreeTimesIsThreeRequestsAndAllTheirBytes() throws IOException {
      serveAtTheThirdTry(Answer.of(200, KILO));

      try (var bytes = connection.client().getObject(get -> get.bucket("b").key("k"))) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }

      assertThat(server.seen()).hasSize(3);
      assertThat(usage())
          .containsExactly(
              entry("GetObject", new Traffic(3, 0, 1000 + 2L * BUSY.body().length())));
    }

    @Test
    void aWriteThatWasTriedThreeTimesSentItsBytesThreeTimes() throws IOException {
      serveAtTheThirdTry(Answer.of(200, ""));

      new ObjectWriter(connection, "photos")
          .write(item("k"), 1000, new ByteArrayInputStream(KILO.getBytes(StandardCharsets.UTF_8)));

      assertThat(server.seen())
          .extracting(TinyServer.Seen::bodyBytes)
          .containsExactly(1000L, 1000L, 1000L);
      assertThat(usage())
          .containsExactly(
              entry("PutObject", new Traffic(3, 3000, 2L * BUSY.body().length())));
    }

    @Test
    void isBookedUnderTheStageItCrossedIn() {
      serve(request -> Answer.of(200, ""));
      connection.client().headObject(head -> head.bucket("b").key("k"));
      line.meter().enter(Stage.CLEAR);
      connection.client().deleteObject(delete -> delete.bucket("b").key("k"));

      assertThat(usage()).containsOnlyKeys("HeadObject");
      assertThat(line.meter().usage().stages().get(Stage.CLEAR)).containsOnlyKeys("DeleteObject");
    }

    @Test
    void asksForTheBytesAsTheyAreStored() {
      serve(request -> Answer.of(200, ""));
      connection.client().headObject(head -> head.bucket("b").key("k"));

      assertThat(server.seen().get(0).headers()).containsEntry("Accept-Encoding", "identity");
    }

    @Test
    void aListingOfSeveralPagesIsSeveralRequests() throws IOException {
      serve(request -> Answer.of(200, page(request.target().contains("continuation-token"))));

      var keys = new ArrayList<String>();
      new S3Source(connection, objects("b")).list(found -> keys.add(found.id().key()));

      // The bucket is an item, too.
      assertThat(keys).containsExactly("b", "a/../b c", "last");
      assertThat(usage().get("ListObjectsV2").requests()).isEqualTo(2);
    }

    private static String page(boolean second) {
      return """
          <ListBucketResult><Name>b</Name><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>
          <Contents><Key>%s</Key><Size>1</Size></Contents>%s</ListBucketResult>
          """.formatted(
              !second,
              second ? "last" : "a/../b+c",
              second ? "" : "<NextContinuationToken>t</NextContinuationToken>");
    }
  }

  @Nested
  class WithTheWitness {

    private Answer object(TinyServer.Seen request) {
      if (request.target().contains("object-lock") || request.target().contains("ownership")) {
        return Answer.error(404, "NotFound");
      }
      if (request.target().contains("acl")) {
        return Answer.of(200, "<AccessControlPolicy/>");
      }
      return request.target().contains("tagging")
          ? Answer.of(200, "<Tagging><TagSet/></Tagging>")
          : Answer.of(200, KILO).with("ETag", "\"e\"");
    }

    private void read(String key) throws IOException {
      try (var witness = new MinioWitness(connection, "photos", "photos", false);
          var reading = witness.read(item(key))) {
        assertThat(reading.bytes().transferTo(OutputStream.nullOutputStream())).isEqualTo(1000);
      }
    }

    @Test
    void everyRequestAndEveryByteOfTheMinioClientIsCounted() throws IOException {
      serve(this::object);
      read("k");

      assertThat(server.seen()).hasSize(5);
      assertThat(usage())
          .containsOnlyKeys(
              "GetObject",
              "GetObjectTagging",
              "GetBucketOwnershipControls",
              "GetObjectAcl",
              "GetBucketObjectLock")
          .containsEntry("GetObject", new Traffic(1, 0, 1000));
    }

    @Test
    void everyRequestAndEveryByteOfTheReaderOfDotKeysIsCounted() throws IOException {
      serve(this::object);
      read("a/../k");

      assertThat(server.seen()).hasSize(5);
      assertThat(server.seen().get(0).target()).isEqualTo("/photos/a/../k");
      assertThat(usage()).containsEntry("GetObject", new Traffic(1, 0, 1000));
    }

    @Test
    void isNotDecodedOnTheWay() throws IOException {
      serve(request -> object(request).with("Content-Encoding", "gzip"));
      read("k");

      assertThat(server.seen().get(0).headers()).containsEntry("Accept-Encoding", "identity");
    }
  }

  @Nested
  class WithTags {

    private Value tags(Answer answer, String... countHeader) {
      serve(request -> answer);
      return new Tags(connection, new SdkAsking(connection, "photos"))
          .of(item("k"), headers(countHeader));
    }

    private static ObjectHeaders headers(String... count) {
      return new ObjectHeaders(
          count.length == 0 ? Map.of() : Map.of("x-amz-tagging-count", List.of(count)));
    }

    @Test
    void areNotAskedForWhereTheServerSaysThereAreNone() {
      assertThat(tags(Answer.error(500, "InternalError"), "0")).isEqualTo(Value.absent());
      assertThat(server.seen()).isEmpty();
    }

    @Test
    void areAskedForWhereTheServerSaysNothing() {
      assertThat(tags(Answer.of(
              200, "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>")))
          .isEqualTo(Value.entries(Map.of("a", "b")));
      assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MinIO", "VERSITYGW"})
    void areNotAskedForWhereAServerThatCountsThemSaysNothing(String product) {
      serve(request -> Answer.error(500, "InternalError"));
      var silent = new ObjectHeaders(Map.of("Server", List.of(product)));

      assertThat(new Tags(connection, new SdkAsking(connection, "photos")).of(item("k"), silent))
          .isEqualTo(Value.absent());
      assertThat(server.seen()).isEmpty();
    }

    @Test
    void areAskedForWhereAServerThatCountsThemSaysThereAreSome() {
      serve(request -> Answer.of(
          200, "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"));
      var two = new ObjectHeaders(
          Map.of("Server", List.of("MinIO"), "x-amz-tagging-count", List.of("1")));

      assertThat(new Tags(connection, new SdkAsking(connection, "photos")).of(item("k"), two))
          .isEqualTo(Value.entries(Map.of("a", "b")));
    }

    @Test
    void areAbsentWhereTheServerHasNoneOfThem() {
      assertThat(tags(Answer.error(404, "NoSuchTagSet"))).isEqualTo(Value.absent());
    }

    @Test
    void areUnknownWhereTheServerDoesNotSay() {
      assertThat(tags(Answer.error(403, "AccessDenied")))
          .isEqualTo(Value.unknown("403 AccessDenied made up"));
    }

    @Test
    void areAskedForOnlyOnceWhereTheServerHasNoSuchThing() {
      serve(request -> Answer.error(501, "NotImplemented"));
      var tags = new Tags(connection, new SdkAsking(connection, "photos"));

      assertThat(tags.of(item("k"), headers())).isEqualTo(Value.absent());
      int asked = server.seen().size();
      assertThat(tags.of(item("l"), headers())).isEqualTo(Value.absent());
      assertThat(server.seen()).hasSize(asked);
    }
  }
}
