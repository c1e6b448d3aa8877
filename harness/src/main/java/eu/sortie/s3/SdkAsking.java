package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.io.IOException;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks through the AWS SDK. */
final class SdkAsking implements Asking {

  /** The SDK's words for an answer it cannot make sense of. */
  private static final String NO_XML = "parse XML";

  private final S3Connection connection;
  private final String bucket;

  SdkAsking(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  @Override
  public boolean ownerEnforced() throws IOException {
    var controls = ask(() ->
            connection.client().getBucketOwnershipControls(get -> get.bucket(bucket)))
        .ownershipControls();
    return controls != null
        && controls.rules().stream()
            .anyMatch(rule -> rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED);
  }

  @Override
  public SortedMap<String, String> tags(ObjectName object) throws IOException {
    var tags = new TreeMap<String, String>();
    ask(() -> connection
            .client()
            .getObjectTagging(
                get -> get.bucket(bucket).key(object.key()).versionId(version(object))))
        .tagSet()
        .forEach(tag -> tags.put(tag.key(), text(tag.value())));
    return tags;
  }

  @Override
  public Acl acl(ObjectName object) throws IOException {
    var answer = ask(() -> connection
        .client()
        .getObjectAcl(get -> get.bucket(bucket).key(object.key()).versionId(version(object))));
    var owner = answer.owner() == null ? "" : text(answer.owner().id());
    return Acl.of(owner, answer.grants().stream().map(SdkAsking::grant).toList());
  }

  private static Acl.Grant grant(Grant grant) {
    var grantee = grant.grantee();
    var permission = text(grant.permissionAsString());
    if (grantee == null) {
      return new Acl.Grant("id", "", permission);
    }
    if (grantee.uri() != null) {
      return new Acl.Grant("group", grantee.uri(), permission);
    }
    return grantee.emailAddress() == null
        ? new Acl.Grant("id", text(grantee.id()), permission)
        : new Acl.Grant("email", grantee.emailAddress(), permission);
  }

  @Override
  public boolean lockable() throws IOException {
    var lock = ask(() -> connection.client().getObjectLockConfiguration(get -> get.bucket(bucket)))
        .objectLockConfiguration();
    return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED;
  }

  @Override
  public Value retention(ObjectName object) throws IOException {
    var retention = ask(() -> connection
            .client()
            .getObjectRetention(
                get -> get.bucket(bucket).key(object.key()).versionId(version(object))))
        .retention();
    return retention == null
        ? Value.absent()
        : Locks.retention(
            text(retention.modeAsString()), Objects.toString(retention.retainUntilDate(), ""));
  }

  @Override
  public Value legalHold(ObjectName object) throws IOException {
    var hold = ask(() -> connection
            .client()
            .getObjectLegalHold(
                get -> get.bucket(bucket).key(object.key()).versionId(version(object))))
        .legalHold();
    return hold != null && hold.status() == ObjectLockLegalHoldStatus.ON
        ? Value.text(Locks.ON)
        : Value.absent();
  }

  private static @Nullable String version(ObjectName object) {
    return object.version().isEmpty() ? null : object.version();
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static <T> T ask(Supplier<T> question) throws IOException {
    try {
      return question.get();
    } catch (S3Exception answer) {
      throw new AnswerException(answer.statusCode(), S3Fault.code(answer), S3Fault.words(answer));
    } catch (SdkException failed) {
      if (String.valueOf(failed.getMessage()).contains(NO_XML)) {
        throw new AnswerException(200, AnswerException.NOT_UNDERSTOOD, failed.getMessage());
      }
      throw S3Fault.unreachable(failed);
    }
  }
}
