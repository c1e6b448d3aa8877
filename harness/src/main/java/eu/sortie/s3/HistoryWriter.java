package eu.sortie.s3;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes versions, delete markers among them, in the order they come in; an end without versions gets the newest of each key alone.
 */
final class HistoryWriter {

  private final S3Connection connection;
  private final String bucket;
  private final ObjectWriter writer;
  private final Versioning versioning;
  private final String oneVersionBecause;

  private HistoryWriter(
      S3Connection connection,
      String bucket,
      ObjectWriter writer,
      Versioning versioning,
      String oneVersionBecause) {
    this.connection = connection;
    this.bucket = bucket;
    this.writer = writer;
    this.versioning = versioning;
    this.oneVersionBecause = oneVersionBecause;
  }

  /** Finds out whether the end makes versions. */
  static HistoryWriter begin(
      S3Connection connection, String bucket, ObjectWriter writer, boolean locked) {
    var versioning = new Versioning(connection.client(), bucket);
    return new HistoryWriter(connection, bucket, writer, versioning, versioning.tryOut(locked));
  }

  /**
   * One that writes nothing any more, and knows whether the end made versions of what an earlier process wrote.
   *
   * @param oneVersionBecause what that process knew; null where nothing had versions
   */
  static @Nullable HistoryWriter ended(
      S3Connection connection,
      String bucket,
      ObjectWriter writer,
      @Nullable String oneVersionBecause) {
    return oneVersionBecause == null
        ? null
        : new HistoryWriter(
            connection,
            bucket,
            writer,
            new Versioning(connection.client(), bucket),
            oneVersionBecause);
  }

  /** The end's own words why it keeps the newest version of a key alone; empty where it keeps all. */
  String oneVersionBecause() {
    return oneVersionBecause;
  }

  /** Whether the end keeps more than the newest version of a key. */
  boolean keepsVersions() {
    return oneVersionBecause.isEmpty();
  }

  Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    if (!keepsVersions()) {
      return newestAlone(item, announcedBytes, bytes);
    }
    var isNull = Versions.isNull(item);
    return versioning.during(!isNull, () -> {
      var receipt = Versions.isDeleteMarker(item)
          ? mark(item, isNull)
          : writer.write(item, announcedBytes, bytes);
      return new Receipt(
          conceded(item, receipt.concessions()),
          receipt.writtenAs().isEmpty() ? "null" : receipt.writtenAs());
    });
  }

  private List<Concession> conceded(Item item, List<Concession> concessions) {
    if (!Versions.isNull(item) || versioning.refusal().isEmpty()) {
      return concessions;
    }
    var all = new ArrayList<>(concessions);
    all.add(new Concession(ObjectTraits.NULL_VERSION, Cause.DESTINATION, versioning.refusal()));
    return all;
  }

  private Receipt newestAlone(Item item, long announcedBytes, InputStream bytes)
      throws IOException {
    if (!Versions.isLatest(item) || Versions.isDeleteMarker(item)) {
      var words = "the destination keeps no versions (%s), so this one cannot be there"
          .formatted(oneVersionBecause);
      throw new RefusedException(words, new IOException(words));
    }
    return Receipt.with(writer.write(item, announcedBytes, bytes).concessions());
  }

  /** Some ends make no marker where there is nothing to delete, and name none in an answer that says that all is well. */
  private Receipt mark(Item item, boolean isNull) throws IOException {
    try {
      var version = connection
          .client()
          .deleteObject(delete -> delete.bucket(bucket).key(item.id().key()))
          .versionId();
      if (version == null && !isNull) {
        var words = "the deletion was answered with success, and no delete marker was named";
        throw new RefusedException(words, new IOException(words));
      }
      return new Receipt(List.of(), Objects.requireNonNullElse(version, ""));
    } catch (SdkException failed) {
      throw S3Fault.ofItem(connection, failed);
    }
  }
}
