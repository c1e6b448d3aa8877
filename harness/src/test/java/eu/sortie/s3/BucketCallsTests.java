package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.inventory.Value;
import eu.sortie.measure.Stage;
import eu.sortie.s3.bucket.BucketCalls;
import eu.sortie.s3.bucket.BucketCalls.Request;
import eu.sortie.s3.bucket.BucketItem;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two libraries ask a bucket for its configurations, both on the line. */
@Timeout(60)
class BucketCallsTests {

  private final TinyServer server = new TinyServer(request -> request.target().endsWith("?tagging")
      ? Answer.of(
          200, "<Tagging><TagSet><Tag><Key>é</Key><Value>1</Value></Tag></TagSet></Tagging>")
      : Answer.error(501, "NotImplemented"));
  private final Line line = Line.readOnly("aws");
  private final S3Connection connection = new S3Connection(server.end("aws"), line);

  private static Request put() {
    return new Request(
        "PUT", new TreeMap<>(Map.of("cors", "")), Map.of("x-amz-acl", "private"), "<C/>");
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private void reads(BiFunction<S3Connection, String, BucketCalls> library) throws IOException {
    line.meter().enter(Stage.EXPORT);
    var item = BucketItem.read(library.apply(connection, "photos"), "photos");

    assertThat(item.traits())
        .containsEntry(BucketTraits.BUCKET_TAGS, Value.entries(Map.of("é", "1")));
    assertThat(line.meter().usage().stages().get(Stage.EXPORT))
        .containsOnlyKeys(
            "GetBucketVersioning",
            "GetBucketObjectLock",
            "GetBucketLifecycle",
            "GetBucketCors",
            "GetBucketPolicy",
            "GetBucketEncryption",
            "GetBucketTagging",
            "GetBucketNotification",
            "GetBucketWebsite",
            "GetBucketPublicAccessBlock",
            "GetBucketOwnershipControls",
            "GetBucketLogging",
            "GetBucketReplication",
            "GetBucketRequestPayment",
            "GetBucketAccelerate",
            "GetBucketInventory",
            "GetBucketAnalytics",
            "GetBucketAcl")
        .allSatisfy((name, traffic) -> assertThat(traffic.requests()).isEqualTo(1))
        .allSatisfy((name, traffic) -> assertThat(traffic.receivedBytes()).isPositive());
    assertThat(server.seen()).hasSize(18);
    assertThat(server.seen().get(0).headers())
        .containsKeys("Authorization", "x-amz-content-sha256");
  }

  @Test
  void theSdksClientAsksForEachAndIsCounted() throws IOException {
    reads(SdkBucketCalls::new);
  }

  @Test
  void theJdksClientAsksForEachAndIsCounted() throws IOException {
    reads(JdkBucketCalls::new);
  }

  @Test
  void aPutCarriesItsDigest() throws IOException {
    try (var open = new S3Connection(server.end("europe"), Line.open("europe"))) {
      assertThat(new SdkBucketCalls(open, "photos").call(put()).status()).isEqualTo(501);
    }

    assertThat(server.seen().get(0).target()).endsWith("?cors");
    assertThat(server.seen().get(0).bodyBytes()).isEqualTo(4);
    assertThat(server.seen().get(0).headers())
        .containsKeys("Content-MD5", "Authorization")
        .containsEntry("x-amz-acl", "private");
  }

  @Test
  void aSourceIsNotWrittenTo() {
    assertThatThrownBy(() -> new SdkBucketCalls(connection, "photos").call(put()))
        .isInstanceOf(LineException.class);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void theSecondWitnessNeverWrites() {
    assertThatThrownBy(() -> new JdkBucketCalls(connection, "photos").call(put()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("only reads");
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void nothingIsAskedAfterTheCut() {
    line.cut();

    assertThatThrownBy(() -> BucketItem.read(new JdkBucketCalls(connection, "photos"), "photos"))
        .isInstanceOf(LineException.class);
  }
}
