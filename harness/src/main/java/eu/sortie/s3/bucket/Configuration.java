package eu.sortie.s3.bucket;

import static eu.sortie.scenario.BucketTraits.ACCELERATION;
import static eu.sortie.scenario.BucketTraits.ANALYTICS;
import static eu.sortie.scenario.BucketTraits.BUCKET_ACL;
import static eu.sortie.scenario.BucketTraits.BUCKET_EXPOSURE;
import static eu.sortie.scenario.BucketTraits.BUCKET_OWNER;
import static eu.sortie.scenario.BucketTraits.BUCKET_TAGS;
import static eu.sortie.scenario.BucketTraits.CORS;
import static eu.sortie.scenario.BucketTraits.DEFAULT_ENCRYPTION;
import static eu.sortie.scenario.BucketTraits.INVENTORY;
import static eu.sortie.scenario.BucketTraits.LIFECYCLE;
import static eu.sortie.scenario.BucketTraits.LOGGING;
import static eu.sortie.scenario.BucketTraits.NOTIFICATIONS;
import static eu.sortie.scenario.BucketTraits.OBJECT_LOCK;
import static eu.sortie.scenario.BucketTraits.OWNERSHIP_CONTROLS;
import static eu.sortie.scenario.BucketTraits.POLICY;
import static eu.sortie.scenario.BucketTraits.PUBLIC_ACCESS_BLOCK;
import static eu.sortie.scenario.BucketTraits.REPLICATION;
import static eu.sortie.scenario.BucketTraits.REQUEST_PAYMENT;
import static eu.sortie.scenario.BucketTraits.VERSIONING;
import static eu.sortie.scenario.BucketTraits.WEBSITE;

import eu.sortie.inventory.Trait;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of a bucket's configurations: how it is asked for, and what the answers mean.
 *
 * @param traits what it shows, the one that names it first
 * @param query the subresource of the bucket
 * @param root the element its document begins with; empty for JSON
 * @param none the codes by which ends say that the bucket has none
 * @param listed whether it is a list that may come in pages
 * @param meaning what its documents say
 */
record Configuration(
    List<Trait> traits,
    String query,
    String root,
    Set<String> none,
    boolean listed,
    Meaning meaning) {

  /** The codes that MinIO, Versity gateway, moto and S3Proxy were seen to answer, and those of Ceph. */
  static final List<Configuration> ALL = List.of(
      xml(
          VERSIONING,
          "versioning",
          "VersioningConfiguration",
          (root, bucket) -> Flags.versioning(root)),
      xml(
          OBJECT_LOCK,
          "object-lock",
          "ObjectLockConfiguration",
          (root, bucket) -> Flags.objectLock(root),
          "ObjectLockConfigurationNotFoundError",
          "NoSuchObjectLockConfiguration"),
      xml(
          LIFECYCLE,
          "lifecycle",
          "LifecycleConfiguration",
          (root, bucket) -> Lifecycle.of(root),
          "NoSuchLifecycleConfiguration"),
      xml(
          CORS,
          "cors",
          "CORSConfiguration",
          (root, bucket) -> Cors.of(root),
          "NoSuchCORSConfiguration"),
      policy(),
      xml(
          DEFAULT_ENCRYPTION,
          "encryption",
          "ServerSideEncryptionConfiguration",
          (root, bucket) -> Flags.encryption(root),
          "ServerSideEncryptionConfigurationNotFoundError"),
      xml(
          BUCKET_TAGS,
          "tagging",
          "Tagging",
          (root, bucket) -> Flags.tags(root),
          "NoSuchTagSet",
          "NoSuchTagSetError"),
      xml(
          NOTIFICATIONS,
          "notification",
          "NotificationConfiguration",
          (root, bucket) -> Notifications.of(root)),
      xml(
          WEBSITE,
          "website",
          "WebsiteConfiguration",
          (root, bucket) -> Website.of(root),
          "NoSuchWebsiteConfiguration"),
      xml(
          PUBLIC_ACCESS_BLOCK,
          "publicAccessBlock",
          "PublicAccessBlockConfiguration",
          (root, bucket) -> Flags.publicAccessBlock(root),
          "NoSuchPublicAccessBlockConfiguration"),
      xml(
          OWNERSHIP_CONTROLS,
          "ownershipControls",
          "OwnershipControls",
          (root, bucket) -> Flags.ownership(root),
          "OwnershipControlsNotFoundError"),
      xml(LOGGING, "logging", "BucketLoggingStatus", Flags::logging),
      xml(
          REPLICATION,
          "replication",
          "ReplicationConfiguration",
          Replication::of,
          "ReplicationConfigurationNotFoundError"),
      xml(
          REQUEST_PAYMENT,
          "requestPayment",
          "RequestPaymentConfiguration",
          (root, bucket) -> Flags.requestPayment(root)),
      xml(
          ACCELERATION,
          "accelerate",
          "AccelerateConfiguration",
          (root, bucket) -> Flags.acceleration(root)),
      list(INVENTORY, "inventory", "ListInventoryConfigurationsResult", "InventoryConfiguration"),
      list(
          ANALYTICS,
          "analytics",
          "ListBucketAnalyticsConfigurationResult",
          "AnalyticsConfiguration"),
      new Configuration(
          List.of(BUCKET_ACL, BUCKET_EXPOSURE, BUCKET_OWNER),
          "acl",
          "AccessControlPolicy",
          Set.of(),
          false,
          (documents, bucket) -> Acl.of(Pages.together(documents)).traits()));

  /** What it is called. */
  String name() {
    return traits.get(0).name();
  }

  boolean isJson() {
    return root.isEmpty();
  }

  /** Whether a document that begins so is one of it; moto calls some after the operation. */
  boolean begins(String element) {
    return element.equals(root) || (element.endsWith("Response") && !element.startsWith("Error"));
  }

  private static Configuration xml(
      Trait trait, String query, String root, Meaning.OfElement meaning, String... none) {
    return new Configuration(
        List.of(trait), query, root, Set.of(none), false, Meaning.ofXml(trait, meaning));
  }

  private static Configuration policy() {
    return new Configuration(
        List.of(POLICY),
        "policy",
        "",
        Set.of("NoSuchBucketPolicy", "NoSuchPolicy"),
        false,
        (documents, bucket) -> Map.of(POLICY, Policy.of(documents.get(0), bucket)));
  }

  private static Configuration list(Trait trait, String query, String root, String element) {
    return new Configuration(
        List.of(trait),
        query,
        root,
        Set.of("NoSuchConfiguration"),
        true,
        Meaning.ofXml(trait, (all, bucket) -> Flags.named(all, element, bucket)));
  }
}
