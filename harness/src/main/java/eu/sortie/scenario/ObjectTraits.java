package eu.sortie.scenario;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.List;

/** The traits of an object in a bucket; names as in the S3 API, lower case. */
public final class ObjectTraits {

  /** SHA-256 of the bytes that were read, as 64 hex digits. */
  public static final Trait CONTENT = Trait.compared("content");
  /** Number of bytes that were read. */
  public static final Trait SIZE = Trait.compared("size");
  /** Header {@code Content-Type}. */
  public static final Trait CONTENT_TYPE = Trait.compared("content-type");
  /** Header {@code Content-Encoding}. */
  public static final Trait CONTENT_ENCODING = Trait.compared("content-encoding");
  /** Header {@code Content-Language}. */
  public static final Trait CONTENT_LANGUAGE = Trait.compared("content-language");
  /** Header {@code Content-Disposition}. */
  public static final Trait CONTENT_DISPOSITION = Trait.compared("content-disposition");
  /** Header {@code Cache-Control}. */
  public static final Trait CACHE_CONTROL = Trait.compared("cache-control");
  /** Header {@code Expires}, as text. */
  public static final Trait EXPIRES = Trait.compared("expires");
  /** Headers {@code x-amz-meta-*}: names without case, values with. */
  public static final Trait USER_METADATA = Trait.compared("user-metadata");
  /** Object tags. */
  public static final Trait TAGS = Trait.compared("tags");
  /** Storage class; STANDARD where the server names none. */
  public static final Trait STORAGE_CLASS = Trait.compared("storage-class");
  /** Header {@code x-amz-website-redirect-location}. */
  public static final Trait REDIRECT_LOCATION = Trait.compared("redirect-location");
  /** Archived, or restored for a while: an archived object gives no bytes until it is restored. */
  public static final Trait ARCHIVE = Trait.compared("archive");
  /** Access list: grantees with their permissions, without the owner's own full control. */
  public static final Trait ACL = Trait.compared("acl");
  /** What the access list lets everybody do, as in {@code public-read}; absent of a private object. */
  public static final Trait EXPOSURE = Trait.compared("exposure");
  /** Retention: mode, and until when. */
  public static final Trait RETENTION = Trait.compared("retention");
  /** Legal hold: ON. */
  public static final Trait LEGAL_HOLD = Trait.compared("legal-hold");
  /** Encryption at rest: mode and key. */
  public static final Trait ENCRYPTION = Trait.compared("encryption");
  /** Additional checksums by algorithm, with their type; one that the destination computes by itself is no difference. */
  public static final Trait CHECKSUMS = Trait.keptAtLeast("checksums");
  /**
   * Number of parts it was written in, as its ETag says; absent of one written as a whole. That such an object arrives in parts is no
   * difference: whoever reads it cannot tell, but by its ETag.
   */
  public static final Trait PARTS = Trait.keptAtLeast("parts");
  /** Whether a listing shows the item: an end may hold what it does not list (facts K05, K06). */
  public static final Trait LISTED = Trait.compared("listed");
  /** Place in the history of its key, 1 is the oldest; of versioned buckets only. */
  public static final Trait POSITION = Trait.compared("position");
  /** Whether it is the key's {@code null} version, which the next write without versioning replaces. */
  public static final Trait NULL_VERSION = Trait.compared("null-version");
  /** Instant at which a version was written; no destination takes it over, so it is a loss of every history. */
  public static final Trait VERSION_TIME = Trait.compared("version-time");
  /** The end's own name for a version: every copy changes it, so it is recorded only. */
  public static final Trait VERSION_ID = Trait.recorded("version-id");
  /** Whether it is the newest of its key's history; follows from the position, so it is recorded only. */
  public static final Trait LATEST = Trait.recorded("latest");
  /** Who owns it, by the end's own id, which means nothing elsewhere. */
  public static final Trait OWNER = Trait.recorded("owner");
  /** ETag: an honest multipart copy changes it, so it is recorded only. */
  public static final Trait ETAG = Trait.recorded("etag");
  /** Instant of the last write: every copy changes it, so it is recorded only. */
  public static final Trait LAST_MODIFIED = Trait.recorded("last-modified");

  /** An object under a key, or one version of it. */
  public static final Kind OBJECT = new Kind(
      "object",
      List.of(
          CONTENT,
          SIZE,
          CONTENT_TYPE,
          CONTENT_ENCODING,
          CONTENT_LANGUAGE,
          CONTENT_DISPOSITION,
          CACHE_CONTROL,
          EXPIRES,
          USER_METADATA,
          TAGS,
          STORAGE_CLASS,
          REDIRECT_LOCATION,
          ARCHIVE,
          ACL,
          EXPOSURE,
          RETENTION,
          LEGAL_HOLD,
          ENCRYPTION,
          CHECKSUMS,
          PARTS,
          LISTED,
          POSITION,
          NULL_VERSION,
          VERSION_TIME,
          ETAG,
          LAST_MODIFIED,
          VERSION_ID,
          LATEST,
          OWNER));

  /** A version that says that its key was deleted; it has no content. */
  public static final Kind DELETE_MARKER = new Kind(
      "delete-marker",
      List.of(
          LISTED, POSITION, NULL_VERSION, VERSION_TIME, LAST_MODIFIED, VERSION_ID, LATEST, OWNER));

  private static final Value ARCHIVED = Value.text("archived");

  private ObjectTraits() {}

  /** The item, as one that gives no bytes before it is restored. */
  public static Item archived(Item item) {
    return item.with(ARCHIVE, ARCHIVED);
  }

  /** Whether an item gives no bytes before it is restored; one that is restored for a while does. */
  public static boolean isArchived(Item item) {
    return item.value(ARCHIVE).equals(ARCHIVED);
  }
}
