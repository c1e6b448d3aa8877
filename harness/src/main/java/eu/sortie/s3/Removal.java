package eu.sortie.s3;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Removes objects by the page, or one by one where an end does not take pages.
 *
 * <p>A page that is refused is sent once more with a Content-MD5, since some ends take no other checksum (facts P02).
 */
final class Removal {

  private static final int PAGE = 1000;

  private final S3Connection connection;
  private final String bucket;
  private final boolean locked;
  private final List<ObjectIdentifier> page = new ArrayList<>();
  private boolean byThePage;
  private boolean withMd5;

  Removal(S3Connection connection, String bucket, boolean locked) {
    this.locked = locked;
    this.connection = connection;
    this.bucket = bucket;
    this.byThePage = connection.settings().tuning().deletes() == Tuning.Deletes.BY_PAGE;
  }

  void remove(String key, String version) {
    page.add(ObjectIdentifier.builder()
        .key(key)
        .versionId(version.isEmpty() ? null : version)
        .build());
    if (page.size() == PAGE) {
      finish();
    }
  }

  void finish() {
    if (!page.isEmpty() && !(byThePage && removePage())) {
      page.forEach(one -> connection
          .client()
          .deleteObject(delete -> delete
              .bucket(bucket)
              .key(one.key())
              .versionId(one.versionId())
              .bypassGovernanceRetention(bypass())));
    }
    page.clear();
  }

  private boolean removePage() {
    try {
      return removePage(withMd5 ? connection.clientOfMd5() : connection.client());
    } catch (S3Exception notTaken) {
      return removePageWithMd5(notTaken);
    }
  }

  private boolean removePageWithMd5(S3Exception notTaken) {
    var refusal = S3Fault.words(notTaken);
    if (!withMd5 && connection.settings().tuning().checksums() != Tuning.Checksums.CONTENT_MD5) {
      try {
        var removed = removePage(connection.clientOfMd5());
        withMd5 = true;
        connection.foundOut(
            "page deletes carry a Content-MD5, for without one it said: " + refusal);
        return removed;
      } catch (S3Exception either) {
        // Both ways are refused, and the first refusal is the one of the way that was set.
      }
    }
    byThePage = false;
    connection.foundOut("objects are deleted one by one, for to a page it said: " + refusal);
    return false;
  }

  private boolean removePage(S3Client client) {
    var answer = client.deleteObjects(delete -> delete
        .bucket(bucket)
        .bypassGovernanceRetention(bypass())
        .delete(some -> some.objects(page).quiet(true)));
    return answer.errors().isEmpty();
  }

  /** A drill may remove what it locked itself, where the lock allows that at all; other ends are not even asked. */
  private @Nullable Boolean bypass() {
    return locked ? true : null;
  }
}
