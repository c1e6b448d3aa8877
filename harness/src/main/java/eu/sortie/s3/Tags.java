package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * An object's tags, with as few calls as can be trusted.
 *
 * <p>AWS says in the answer to a GET how many tags there are, and nothing where there are none. Other servers may have tags and say
 * nothing, so there silence is not taken for none, and each object is asked.
 */
final class Tags {

  /** Codes by which servers say that an object has no tags, or that they have no tags at all. */
  static final Set<String> NONE =
      Set.of("NoSuchTagSet", "NoSuchTagSetError", "NotImplemented", "MethodNotAllowed");

  private static final String COUNT = "x-amz-tagging-count";

  private final S3Connection connection;
  private final String bucket;
  private volatile boolean implemented = true;

  Tags(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  Value of(Item item, ObjectHeaders headers) {
    if (!implemented || none(headers)) {
      return Value.absent();
    }
    try {
      var tags = new TreeMap<String, String>();
      for (Tag tag : connection
          .client()
          .getObjectTagging(get -> get.bucket(bucket)
              .key(item.id().key())
              .versionId(Versions.askedFor(item).orElse(null)))
          .tagSet()) {
        tags.put(tag.key(), Objects.requireNonNullElse(tag.value(), ""));
      }
      return Value.entries(tags);
    } catch (S3Exception answer) {
      if (answer.statusCode() == 501) {
        implemented = false;
      }
      return NONE.contains(S3Fault.code(answer))
          ? Value.absent()
          : Value.unknown(S3Fault.words(answer));
    } catch (SdkException failed) {
      return Value.unknown(String.valueOf(failed.getMessage()));
    }
  }

  private boolean none(ObjectHeaders headers) {
    var silenceMeansNone = connection.settings().endpoint().isEmpty();
    return headers.get(COUNT, silenceMeansNone ? "0" : "unsaid").equals("0");
  }
}
