package eu.sortie.s3;

import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Whether a destination's bucket makes versions of what is written just now.
 *
 * <p>A {@code null} version can only be written while it does not, every other one while it does; whoever needs the other state waits
 * until nobody writes, and switches.
 */
final class Versioning {

  /** One write. */
  interface Write<T> {
    T run() throws IOException;
  }

  private final S3Client client;
  private final String bucket;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private boolean on;
  private String refusal = "";

  Versioning(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** Whether a bucket ever had versions; an end that cannot say has none. */
  static boolean isSet(S3Connection connection, String bucket) throws IOException {
    try {
      return connection.client().getBucketVersioning(get -> get.bucket(bucket)).status() != null;
    } catch (S3Exception answer) {
      if (answer.statusCode() == 501 || answer.statusCode() == 405) {
        return false;
      }
      throw new IOException(
          "whether the bucket has versions could not be found out: " + S3Fault.words(answer),
          answer);
    } catch (SdkException failed) {
      throw S3Fault.unreachable(connection, failed);
    }
  }

  /**
   * Tries whether the bucket can have versions, and leaves it as it is.
   *
   * @return the end's own words where it cannot; empty where it can
   */
  String tryOut(boolean lockedBucket) {
    if (lockedBucket) {
      on = true;
    } else {
      switchTo(true);
    }
    return refusal;
  }

  /** The end's own words when it was asked to suspend versions and would not; empty where it was never asked or did. */
  String refusal() {
    return refusal;
  }

  /** Writes while the bucket is in a state. */
  <T> T during(boolean versions, Write<T> write) throws IOException {
    while (true) {
      lock.readLock().lock();
      try {
        if (on == versions || (!versions && !refusal.isEmpty())) {
          return write.run();
        }
      } finally {
        lock.readLock().unlock();
      }
      lock.writeLock().lock();
      try {
        if (on != versions) {
          switchTo(versions);
          if (versions && !refusal.isEmpty()) {
            throw new IOException("versioning could not be switched on again: " + refusal);
          }
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private void switchTo(boolean versions) {
    var wanted = versions ? BucketVersioningStatus.ENABLED : BucketVersioningStatus.SUSPENDED;
    try {
      client.putBucketVersioning(
          put -> put.bucket(bucket).versioningConfiguration(some -> some.status(wanted)));
      var seen = client.getBucketVersioning(get -> get.bucket(bucket)).status();
      // Some ends say yes to everything (facts V07).
      refusal = wanted.equals(seen)
          ? ""
          : "it took %s with success and shows %s".formatted(wanted, seen == null ? "none" : seen);
      if (refusal.isEmpty()) {
        on = versions;
      }
    } catch (S3Exception answer) {
      refusal = S3Fault.words(answer);
    } catch (SdkException failed) {
      refusal = String.valueOf(failed.getMessage());
    }
  }
}
