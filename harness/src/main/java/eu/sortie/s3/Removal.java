package eu.sortie.s3;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Removes objects by the page, or one by one where an end does not take pages (facts P02). */
final class Removal {

  private static final int PAGE = 1000;

  private final S3Client client;
  private final String bucket;
  private final boolean locked;
  private final List<ObjectIdentifier> page = new ArrayList<>();
  private boolean byThePage = true;

  Removal(S3Client client, String bucket, boolean locked) {
    this.locked = locked;
    this.client = client;
    this.bucket = bucket;
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
      page.forEach(one -> client.deleteObject(delete -> delete
          .bucket(bucket)
          .key(one.key())
          .versionId(one.versionId())
          .bypassGovernanceRetention(bypass())));
    }
    page.clear();
  }

  private boolean removePage() {
    try {
      var answer = client.deleteObjects(delete -> delete
          .bucket(bucket)
          .bypassGovernanceRetention(bypass())
          .delete(some -> some.objects(page).quiet(true)));
      return answer.errors().isEmpty();
    } catch (S3Exception notTaken) {
      byThePage = false;
      return false;
    }
  }

  /** A drill may remove what it locked itself, where the lock allows that at all; other ends are not even asked. */
  private @Nullable Boolean bypass() {
    return locked ? true : null;
  }
}
