package eu.sortie.s3;

import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.testbed.Intruder;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetObjectTagsArgs;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tries every write through every client, and sees that none of them reaches a server. */
@Timeout(60)
class GuardTests {

  private final TinyServer server = new TinyServer(request -> Answer.of(200, ""));
  private final Line readOnly = Line.readOnly("aws");
  private final S3Connection connection = new S3Connection(server.end("aws"), readOnly);

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private static Arguments write(String operation, Consumer<S3Client> call) {
    return Arguments.of(operation, call);
  }

  static Stream<Arguments> writes() {
    var body = RequestBody.fromString("bytes");
    return Stream.of(
        write("PutObject", s3 -> s3.putObject(put -> put.bucket("photos").key("k"), body)),
        write(
            "PutObject",
            s3 -> s3.copyObject(copy -> copy.sourceBucket("photos")
                .sourceKey("k")
                .destinationBucket("photos")
                .destinationKey("l"))),
        write(
            "DeleteObject",
            s3 -> s3.deleteObject(delete -> delete.bucket("photos").key("k"))),
        write(
            "DeleteObjects",
            s3 -> s3.deleteObjects(delete -> delete
                .bucket("photos")
                .delete(some -> some.objects(ObjectIdentifier.builder().key("k").build())))),
        write("CreateBucket", s3 -> s3.createBucket(create -> create.bucket("photos"))),
        write("DeleteBucket", s3 -> s3.deleteBucket(delete -> delete.bucket("photos"))),
        write(
            "CreateMultipartUpload",
            s3 -> s3.createMultipartUpload(create -> create.bucket("photos").key("k"))),
        write(
            "UploadPart",
            s3 -> s3.uploadPart(
                part -> part.bucket("photos").key("k").uploadId("u").partNumber(1), body)),
        write(
            "UploadPart",
            s3 -> s3.uploadPartCopy(part -> part.sourceBucket("photos")
                .sourceKey("k")
                .destinationBucket("photos")
                .destinationKey("l")
                .uploadId("u")
                .partNumber(1))),
        write(
            "CompleteMultipartUpload",
            s3 -> s3.completeMultipartUpload(
                complete -> complete.bucket("photos").key("k").uploadId("u"))),
        write(
            "AbortMultipartUpload",
            s3 ->
                s3.abortMultipartUpload(abort -> abort.bucket("photos").key("k").uploadId("u"))),
        write(
            "PutObjectTagging",
            s3 -> s3.putObjectTagging(tagging -> tagging
                .bucket("photos")
                .key("k")
                .tagging(tags -> tags.tagSet(Tag.builder().key("a").value("b").build())))),
        write(
            "DeleteObjectTagging",
            s3 -> s3.deleteObjectTagging(tagging -> tagging.bucket("photos").key("k"))),
        write(
            "PutObjectAcl",
            s3 -> s3.putObjectAcl(acl -> acl.bucket("photos").key("k").acl("private"))),
        write(
            "PutBucketVersioning",
            s3 -> s3.putBucketVersioning(versioning -> versioning
                .bucket("photos")
                .versioningConfiguration(some -> some.status("Suspended")))),
        write(
            "PutBucketPolicy",
            s3 -> s3.putBucketPolicy(policy -> policy.bucket("photos").policy("{}"))),
        write("DeleteBucketPolicy", s3 -> s3.deleteBucketPolicy(policy -> policy.bucket("photos"))),
        write(
            "DeleteBucketLifecycle",
            s3 -> s3.deleteBucketLifecycle(lifecycle -> lifecycle.bucket("photos"))),
        write(
            "PostObject",
            s3 -> s3.restoreObject(restore ->
                restore.bucket("photos").key("k").restoreRequest(request -> request.days(1)))));
  }

  @Nested
  class AWriteThroughTheSourcesClients {

    @ParameterizedTest(name = "{0}")
    @MethodSource("eu.sortie.s3.GuardTests#writes")
    void isRefusedBeforeItIsSent(String operation, Consumer<S3Client> write) {
      for (var spelling : Spelling.values()) {
        assertThatExceptionOfType(LineException.class)
            .isThrownBy(() -> Intruder.calls(() -> write.accept(connection.client(spelling))))
            .withMessage(
                "%s would have changed 'aws', which is read only; called by eu.sortie.testbed.Intruder.calls",
                operation);
      }
      assertThat(server.seen()).isEmpty();
      assertThat(readOnly.violations()).hasSize(Spelling.values().length);
      assertThat(readOnly.meter().usage().stages()).isEmpty();
    }

    @Test
    void wouldReachTheServerIfNobodyStoodBetween() {
      try (var open = new S3Connection(server.end("aws"), Line.open("aws"))) {
        open.client().deleteObject(delete -> delete.bucket("photos").key("k"));
      }

      assertThat(server.seen()).hasSize(1);
    }

    @Test
    void leavesReadsAlone() {
      connection.client().headObject(head -> head.bucket("photos").key("k"));

      assertThat(server.seen()).hasSize(1);
      assertThat(readOnly.violations()).isEmpty();
    }
  }

  @Nested
  class AWriteThroughTheWitness {

    private final Line open = Line.open("europe");
    private final S3Connection europe = new S3Connection(server.end("europe"), open);
    private final MinioWitness witness = new MinioWitness(europe, "photos", "photos", false);

    @AfterEach
    void close() {
      witness.close();
      europe.close();
    }

    /** The very client it reads with. */
    private MinioClient client() throws ReflectiveOperationException {
      var field = MinioWitness.class.getDeclaredField("minio");
      field.setAccessible(true);
      return (MinioClient) field.get(witness);
    }

    private void refused(String operation, Intruder.Deed write) {
      assertThatThrownBy(() -> Intruder.calls(write))
          .hasStackTraceContaining(operation + " was refused: the second witness only reads");
      assertThat(server.seen()).isEmpty();
      assertThat(open.meter().usage().stages()).isEmpty();
    }

    @Test
    void isRefusedBeforeItIsSentThoughItsLineIsOpen() {
      var bytes = new byte[5];
      refused(
          "PutObject",
          () -> client()
              .putObject(PutObjectArgs.builder().bucket("photos").object("k").stream(
                      new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                  .build()));
      refused(
          "DeleteObject",
          () -> client()
              .removeObject(
                  RemoveObjectArgs.builder().bucket("photos").object("k").build()));
      refused(
          "PutObjectTagging",
          () -> client()
              .setObjectTags(SetObjectTagsArgs.builder()
                  .bucket("photos")
                  .object("k")
                  .tags(Map.of("a", "b"))
                  .build()));
      refused(
          "CreateBucket",
          () -> client().makeBucket(MakeBucketArgs.builder().bucket("pictures").build()));
      refused(
          "DeleteBucket",
          () ->
              client().removeBucket(RemoveBucketArgs.builder().bucket("photos").build()));
    }
  }

  @Nested
  class AReadAfterTheCut {

    private final Item item = new Item(ItemId.of("object", "a/../b"), Map.of());

    private void refused(String operation, Intruder.Deed read) {
      int before = server.seen().size();
      var violation = "%s was called after 'aws' was cut off, by eu.sortie.testbed.Intruder.calls"
          .formatted(operation);
      assertThatThrownBy(() -> Intruder.calls(read)).hasStackTraceContaining(violation);
      assertThat(readOnly.violations()).last().isEqualTo(violation);
      assertThat(server.seen()).hasSize(before);
    }

    @Test
    void isRefusedByTheSourceThatWasClosed() {
      var source = new S3Source(connection, objects("photos"));
      source.close();

      refused("GetObject", () -> source.read(item));
      refused("GetBucketVersioning", () -> source.list(any -> {}));
      assertThat(readOnly.violations()).hasSize(2);
    }

    @Test
    void isRefusedByEveryClientOfTheConnection() {
      readOnly.cut();

      for (var spelling : Spelling.values()) {
        var client = connection.client(spelling);
        refused(
            "HeadObject", () -> client.headObject(head -> head.bucket("photos").key("k")));
        refused("ListBuckets", client::listBuckets);
        refused(
            "GetObjectTagging",
            () -> client.getObjectTagging(tags -> tags.bucket("photos").key("k")));
      }
    }

    @Test
    void isRefusedByTheReaderOfDotKeys() {
      readOnly.cut();

      try (var reader = new DotKeyReader(connection, "photos")) {
        refused("GetObject", () -> reader.read(item));
      }
    }
  }
}
