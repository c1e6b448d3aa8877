package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.s3.bucket.BucketCalls;
import eu.sortie.s3.bucket.BucketRestore;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Earlier;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Manners;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Written;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket that is moved to, written through the AWS SDK. */
final class S3Destination implements Destination {

  private static final String LOCKED = "locked";
  private static final String ONE_VERSION = "one version of a key because";

  private final S3Connection connection;
  private final String bucket;
  private final String sourceBucket;
  private final ObjectWriter writer;
  private volatile boolean createdBucket;
  private volatile boolean isGone;
  private volatile boolean locked;
  private volatile @Nullable HistoryWriter histories;

  S3Destination(S3Connection connection, ObjectSelection selection, String drillId) {
    this.connection = connection;
    this.bucket = BucketName.of(selection, drillId);
    this.sourceBucket = selection.bucket();
    this.writer = new ObjectWriter(connection, bucket);
  }

  @Override
  public String library() {
    return S3Connection.LIBRARY;
  }

  @Override
  public Manners manners() {
    return connection.manners();
  }

  @Override
  public void preflight() {
    if (exists() && !isEmpty()) {
      throw new Misuse(
          "end '%s' (%s): bucket '%s' is there already and not empty; empty it, or name another one in into"
              .formatted(connection.end().name(), connection.settings().address(), bucket));
    }
    if (connection.clock().tooFarOff()) {
      throw new Misuse("end '%s' (%s): %s"
          .formatted(
              connection.end().name(),
              connection.settings().address(),
              S3Fault.skewed(connection)));
    }
  }

  private boolean exists() {
    try {
      connection.client().headBucket(head -> head.bucket(bucket));
      return true;
    } catch (NoSuchBucketException absent) {
      return false;
    } catch (S3Exception answer) {
      if (answer.statusCode() == 404) {
        return false;
      }
      if (answer.statusCode() == 403) {
        return existsAsListed();
      }
      throw S3Fault.misuse(
          connection, "bucket '%s' cannot be looked for".formatted(bucket), answer);
    } catch (SdkException failed) {
      throw S3Fault.misuse(
          connection, "bucket '%s' cannot be looked for".formatted(bucket), failed);
    }
  }

  /** A HEAD is refused without a word: whether it was the key, the clock or the rights only a GET is told. */
  private boolean existsAsListed() {
    try {
      connection
          .client()
          .listObjectsV2(list -> list.bucket(bucket).maxKeys(1).encodingType(EncodingType.URL));
      return true;
    } catch (NoSuchBucketException absent) {
      return false;
    } catch (SdkException failed) {
      throw S3Fault.misuse(
          connection, "bucket '%s' cannot be looked for".formatted(bucket), failed);
    }
  }

  private boolean isEmpty() {
    try {
      return connection
          .client()
          .listObjectsV2(list -> list.bucket(bucket).maxKeys(1).encodingType(EncodingType.URL))
          .contents()
          .isEmpty();
    } catch (SdkException failed) {
      throw S3Fault.misuse(connection, "bucket '%s' cannot be listed".formatted(bucket), failed);
    }
  }

  @Override
  public Map<String, String> memory() {
    var memory = new TreeMap<String, String>();
    if (locked) {
      memory.put(LOCKED, "yes");
    }
    var history = histories;
    if (history != null) {
      memory.put(ONE_VERSION, history.oneVersionBecause());
    }
    return memory;
  }

  @Override
  public void goOnFrom(Earlier earlier) throws IOException {
    isGone = !exists();
    if (isGone && earlier.isNeeded()) {
      throw new Misuse(
          "end '%s' (%s): bucket '%s' is not there any more, and with it went what the drill wrote; run the drill anew"
              .formatted(connection.end().name(), connection.settings().address(), bucket));
    }
    createdBucket = !isGone && !earlier.created().isEmpty();
    locked = earlier.memory().containsKey(LOCKED);
    var unfinished = earlier.unfinishedKeys();
    if (unfinished.isEmpty()) {
      histories =
          HistoryWriter.ended(connection, bucket, writer, earlier.memory().get(ONE_VERSION));
    } else if (!isGone) {
      endWhatWasHalfDone(earlier, unfinished);
    }
  }

  private void endWhatWasHalfDone(Earlier earlier, List<String> unfinished) throws IOException {
    try {
      new UnfinishedUploads(connection.client(), bucket).abort(unfinished);
      if (Versioning.isSet(connection, bucket)) {
        var removal = new Removal(connection, bucket, locked);
        earlier.strays(
            new VersionListing(calls(), "")::each,
            stray -> removal.remove(stray.key(), stray.version()));
        removal.finish();
      }
    } catch (SdkException failed) {
      throw S3Fault.unreachable(connection, failed);
    }
  }

  @Override
  public void prepare(List<Item> exported, Consumer<Created> created) throws IOException {
    var locks = exported.stream().anyMatch(BucketTraits::locks);
    if (!exists()) {
      createBucket(locks, created);
    }
  }

  /** Object Lock has to be there from the beginning (facts B07); where it is refused, the bucket comes without it. */
  private void createBucket(boolean locks, Consumer<Created> created) throws IOException {
    created.accept(new Created(connection.end().name(), "bucket " + bucket, wayOut()));
    try {
      locked = locks && createLocked();
      if (!locked) {
        connection.client().createBucket(create -> create.bucket(bucket));
      }
      createdBucket = true;
      isGone = false;
    } catch (SdkException failed) {
      throw new IOException(
          "bucket '%s' could not be created: %s"
              .formatted(bucket, S3Fault.explain(connection, failed)),
          failed);
    }
  }

  private boolean createLocked() {
    try {
      connection
          .client()
          .createBucket(create -> create.bucket(bucket).objectLockEnabledForBucket(true));
      return true;
    } catch (S3Exception refused) {
      return false;
    }
  }

  @Override
  public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    var history = history(item);
    return history == null
        ? Receipt.with(writer.write(item, announcedBytes, bytes).concessions())
        : history.write(item, announcedBytes, bytes);
  }

  /** Begun with the first version that comes: only then is it sure that there are any. */
  private @Nullable HistoryWriter history(Item item) throws IOException {
    if (Versions.idOf(item).isEmpty()) {
      return null;
    }
    synchronized (this) {
      if (histories == null) {
        histories = HistoryWriter.begin(connection, bucket, writer, locked);
      }
      return histories;
    }
  }

  @Override
  public Receipt restore(Item item, InputStream exported) throws IOException {
    return Receipt.with(BucketRestore.restore(exported, calls(), bucket));
  }

  private BucketCalls calls() {
    return new SdkBucketCalls(connection, bucket);
  }

  @Override
  public Reader witness() {
    var history = histories;
    return new MinioWitness(
        connection, bucket, sourceBucket, history != null && history.keepsVersions());
  }

  @Override
  public List<Leftover> clear(Written written) {
    if (isGone) {
      return List.of();
    }
    var leftovers = new ArrayList<Leftover>();
    try {
      if (createdBucket) {
        BucketRestore.unlock(calls());
      }
      var removal = new Removal(connection, bucket, locked);
      written.each((id, version) -> removal.remove(id.key(), version));
      removal.finish();
    } catch (IOException | SdkException failed) {
      leftovers.add(new Leftover(
          "objects in bucket " + bucket, String.valueOf(failed.getMessage()), wayOut()));
    }
    if (createdBucket) {
      removeBucket(leftovers);
    }
    return leftovers;
  }

  private void removeBucket(List<Leftover> leftovers) {
    try {
      connection.client().deleteBucket(delete -> delete.bucket(bucket));
    } catch (S3Exception answer) {
      leftovers.add(new Leftover("bucket " + bucket, S3Fault.words(answer), wayOut()));
    } catch (SdkException failed) {
      leftovers.add(
          new Leftover("bucket " + bucket, String.valueOf(failed.getMessage()), wayOut()));
    }
  }

  private String wayOut() {
    return connection.settings().wayOut(bucket);
  }

  @Override
  public void close() {
    connection.close();
  }
}
