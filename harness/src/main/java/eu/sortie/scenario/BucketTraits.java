package eu.sortie.scenario;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.List;

/** The traits of a bucket itself: one for each of its configurations, compared by what they mean. */
public final class BucketTraits {

  /** Entries {@code status}, and {@code mfa-delete} where it is on; absent where the bucket was never versioned. */
  public static final Trait VERSIONING = Trait.compared("versioning");
  /** Entries {@code enabled}, and {@code mode} with {@code days} or {@code years} where there is a default retention. */
  public static final Trait OBJECT_LOCK = Trait.compared("object-lock");
  /** An entry for each filter: what is done to the objects it meets. */
  public static final Trait LIFECYCLE = Trait.compared("lifecycle");
  /** An entry for each set of origins and methods; {@code order} where there are several, for the first match wins. */
  public static final Trait CORS = Trait.compared("cors");
  /** An entry for each statement, and {@code version}; the bucket's own name reads {@code <this bucket>}. */
  public static final Trait POLICY = Trait.compared("policy");
  /** Entries {@code mode}, {@code key} and {@code bucket-key}: what new objects are encrypted with. */
  public static final Trait DEFAULT_ENCRYPTION = Trait.compared("default-encryption");
  /** The bucket's own tags. */
  public static final Trait BUCKET_TAGS = Trait.compared("bucket-tags");
  /** An entry for each receiver: what it is told. */
  public static final Trait NOTIFICATIONS = Trait.compared("notifications");
  /** Index and error document, redirects and routes. */
  public static final Trait WEBSITE = Trait.compared("website");
  /** An entry for each block that is on. */
  public static final Trait PUBLIC_ACCESS_BLOCK = Trait.compared("public-access-block");
  /** Who owns objects that others write, as text; absent for the writer, which is what S3 does where nothing is set. */
  public static final Trait OWNERSHIP_CONTROLS = Trait.compared("ownership-controls");
  /** Where access logs go. */
  public static final Trait LOGGING = Trait.compared("logging");
  /** An entry for each rule, and the role. */
  public static final Trait REPLICATION = Trait.compared("replication");
  /** Text {@code Requester}; absent where the owner pays. */
  public static final Trait REQUEST_PAYMENT = Trait.compared("request-payment");
  /** Text {@code Enabled}; absent where it is suspended or was never set. */
  public static final Trait ACCELERATION = Trait.compared("acceleration");
  /** An entry for each inventory report. */
  public static final Trait INVENTORY = Trait.compared("inventory");
  /** An entry for each analysis. */
  public static final Trait ANALYTICS = Trait.compared("analytics");
  /** An entry for each grantee with its permissions; what the owner may do is left out. */
  public static final Trait BUCKET_ACL = Trait.compared("bucket-acl");
  /** What the ACL lets the public do, as the canned ACLs call it: {@code public-read} and so on; absent where it lets it do nothing. */
  public static final Trait BUCKET_EXPOSURE = Trait.compared("bucket-exposure");
  /** The owner's id, which every end makes up for itself, so it is recorded only. */
  public static final Trait BUCKET_OWNER = Trait.recorded("bucket-owner");

  /** A bucket, apart from what is in it. */
  public static final Kind BUCKET = new Kind(
      "bucket",
      List.of(
          VERSIONING,
          OBJECT_LOCK,
          LIFECYCLE,
          CORS,
          POLICY,
          DEFAULT_ENCRYPTION,
          BUCKET_TAGS,
          NOTIFICATIONS,
          WEBSITE,
          PUBLIC_ACCESS_BLOCK,
          OWNERSHIP_CONTROLS,
          LOGGING,
          REPLICATION,
          REQUEST_PAYMENT,
          ACCELERATION,
          INVENTORY,
          ANALYTICS,
          BUCKET_ACL,
          BUCKET_EXPOSURE,
          BUCKET_OWNER),
      Kind.Leaves.AS_FRAME);

  private BucketTraits() {}

  /** Whether a bucket has to be created with Object Lock. */
  public static boolean locks(Item bucket) {
    return bucket.value(OBJECT_LOCK) instanceof Value.Entries;
  }

  /** Whether a bucket holds or may hold versions: its versioning is on, or is suspended. */
  public static boolean versions(Item bucket) {
    return bucket.value(VERSIONING) instanceof Value.Entries;
  }

  /** Whether a bucket was versioned once and is no longer. */
  public static boolean versioningSuspended(Item bucket) {
    return bucket.value(VERSIONING) instanceof Value.Entries some
        && "Suspended".equals(some.entries().get("status"));
  }
}
