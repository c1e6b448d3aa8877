package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.containers.LabServers;
import eu.sortie.containers.LabServers.Which;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Created;
import eu.sortie.spi.Earlier;
import eu.sortie.spi.Line;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** What a process that died left half done at a destination is ended before its drill goes on. */
@NeedsLab(
    because = "uploads in parts and versions that nobody finished are kept by real servers alone")
class TakenUpLabTests {

  private static final String BUCKET = "taken-up";
  private static final String KEY = "in/parts #1.bin";

  /** A process whose books know some versions of the keys it did not finish. */
  private record Dead(List<String> unfinishedKeys, Predicate<ItemId> known) implements Earlier {

    @Override
    public List<Created> created() {
      return List.of(new Created("europe", "bucket " + BUCKET, "by hand"));
    }

    @Override
    public boolean isNeeded() {
      return true;
    }

    @Override
    public Map<String, String> memory() {
      return Map.of();
    }

    @Override
    public void strays(Listing held, Consumer<ItemId> stray) throws IOException {
      held.each(item -> {
        if (!known.test(item.id())) {
          stray.accept(item.id());
        }
      });
    }
  }

  /** A destination on a server of its own, with its bucket. */
  private record BegunAt(
      LabServers.Running server, S3Connection connection, S3Destination destination)
      implements AutoCloseable {

    static BegunAt the(Which which) throws IOException {
      var server = LabServers.start(which);
      var connection = new S3Connection(server.end(), Line.open("europe"));
      connection.client().createBucket(create -> create.bucket(BUCKET));
      return new BegunAt(
          server,
          connection,
          new S3Destination(connection, Selection.objects("photos").into(BUCKET), "7f3a"));
    }

    @Override
    public void close() {
      destination.close();
      server.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MINIO", "VERSITYGW"})
  void uploadsInPartsAreAbortedAndNoOthers(Which which) throws IOException {
    try (var end = BegunAt.the(which)) {
      var client = end.connection.client();
      for (var key : List.of(KEY, KEY + " of somebody else")) {
        client.createMultipartUpload(create -> create.bucket(BUCKET).key(key));
      }
      assertThat(uploads(end.connection, KEY)).as("the lab keeps it").containsExactly(KEY);

      end.destination.goOnFrom(new Dead(List.of("another", KEY), any -> true));

      assertThat(uploads(end.connection, KEY)).isEmpty();
      assertThat(uploads(end.connection, KEY + " of somebody else")).hasSize(1);
    }
  }

  private static List<String> uploads(S3Connection connection, String key) {
    return connection
        .client()
        .listMultipartUploads(list -> list.bucket(BUCKET).prefix(key))
        .uploads()
        .stream()
        .map(upload -> upload.key())
        .filter(key::equals)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"MINIO", "VERSITYGW"})
  void versionsThatNoBookKnowsAreRemovedAndNoOthers(Which which) throws IOException {
    try (var end = BegunAt.the(which)) {
      var client = end.connection.client();
      client.putBucketVersioning(put -> put.bucket(BUCKET)
          .versioningConfiguration(some -> some.status(BucketVersioningStatus.ENABLED)));
      var known = new ArrayList<String>();
      for (var content : List.of("first", "second")) {
        known.add(client
            .putObject(put -> put.bucket(BUCKET).key(KEY), RequestBody.fromString(content))
            .versionId());
      }
      var stray = known.remove(1);

      end.destination.goOnFrom(new Dead(List.of(KEY), id -> known.contains(id.version())));

      var held = new ArrayList<Item>();
      new VersionListing(new SdkBucketCalls(end.connection, BUCKET), "").each(held::add);
      assertThat(held)
          .extracting(item -> item.id().version())
          .isEqualTo(known)
          .doesNotContain(stray);
    }
  }
}
