package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * An item as the request that writes it, by one PUT or in parts: both carry the same traits (facts O05).
 *
 * @param bucket where it goes
 * @param item with the traits as the source showed them; nothing is added
 * @param without traits that are left out
 * @param spelling of header values that hold more than ASCII
 * @param grants headers that write its access list
 * @param checksum the additional checksum that goes along
 */
record ObjectRequest(
    String bucket,
    Item item,
    Set<Trait> without,
    Spelling spelling,
    Map<String, String> grants,
    Optional<Checksum> checksum) {

  /** What a body is called of which nothing is known. */
  static final String NO_TYPE = "application/octet-stream";

  private static final String TYPE = "Content-Type";
  private static final String LOCK = "x-amz-object-lock-";

  /** The headers of the request that puts a whole object, as they go over the wire. */
  Map<String, String> headersOfWhole(byte[] body) {
    var headers = headersOfStream();
    if (isLocked()) {
      // Ends that lock objects insist on it (facts P03).
      headers.put("Content-MD5", Checksum.md5(body));
    }
    return headers;
  }

  /** The same for a body that is not held: nothing can be said of its bytes that the source did not say. */
  Map<String, String> headersOfStream() {
    var headers = headers();
    headers.putIfAbsent(TYPE, NO_TYPE);
    checksum().ifPresent(whole -> headers.putAll(whole.ofWhole()));
    return headers;
  }

  PutObjectRequest put(byte[] body) {
    var headers = headersOfWhole(body);
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(item.id().key())
        .overrideConfiguration(override -> headers.forEach(override::putHeader))
        .build();
  }

  CreateMultipartUploadRequest createMultipart() {
    var headers = headers();
    checksum().ifPresent(whole -> headers.putAll(whole.ofUpload()));
    return CreateMultipartUploadRequest.builder()
        .bucket(bucket)
        .key(item.id().key())
        .overrideConfiguration(override -> headers.forEach(override::putHeader))
        .build();
  }

  /** The checksum, where it is not left out. */
  @Override
  public Optional<Checksum> checksum() {
    return without.contains(ObjectTraits.CHECKSUMS) ? Optional.empty() : checksum;
  }

  /** Whether it is written with a retention or a legal hold. */
  boolean isLocked() {
    return !entries(ObjectTraits.RETENTION).isEmpty() || text(ObjectTraits.LEGAL_HOLD) != null;
  }

  /** What goes as the text it is, whatever the SDK would make of it: its own field for Expires takes an instant only. */
  private Map<String, String> headers() {
    var headers = new TreeMap<String, String>();
    put(headers, TYPE, text(CONTENT_TYPE));
    put(headers, "Content-Encoding", text(CONTENT_ENCODING));
    put(headers, "Content-Language", text(CONTENT_LANGUAGE));
    put(headers, "Content-Disposition", text(CONTENT_DISPOSITION));
    put(headers, "Cache-Control", text(CACHE_CONTROL));
    put(headers, "x-amz-website-redirect-location", text(REDIRECT_LOCATION));
    put(headers, "x-amz-storage-class", storageClass());
    put(headers, "x-amz-tagging", tagging());
    metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
    put(headers, "Expires", text(EXPIRES));
    var encryption = entries(ObjectTraits.ENCRYPTION).get("mode");
    put(headers, "x-amz-server-side-encryption", encryption);
    var retention = entries(ObjectTraits.RETENTION);
    put(headers, LOCK + "mode", retention.get("mode"));
    put(headers, LOCK + "retain-until-date", retention.get("until"));
    put(headers, LOCK + "legal-hold", text(ObjectTraits.LEGAL_HOLD));
    if (!without.contains(ObjectTraits.ACL)) {
      headers.putAll(grants);
    }
    return headers;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  /** The usual class is not named: ends without classes refuse even its name. */
  private @Nullable String storageClass() {
    var named = text(STORAGE_CLASS);
    return "STANDARD".equals(named) ? null : named;
  }

  /** None where there are no tags: some ends refuse an empty header. */
  private @Nullable String tagging() {
    var tags = entries(TAGS).entrySet().stream()
        .map(tag ->
            SdkHttpUtils.urlEncode(tag.getKey()) + "=" + SdkHttpUtils.urlEncode(tag.getValue()))
        .collect(Collectors.joining("&"));
    return tags.isEmpty() ? null : tags;
  }

  private Map<String, String> metadata() {
    var spelled = new TreeMap<String, String>();
    entries(USER_METADATA).forEach((name, value) -> spelled.put(name, spelling.of(value)));
    return spelled;
  }

  private @Nullable String text(Trait trait) {
    return !without.contains(trait) && item.value(trait) instanceof Value.Text text
        ? spelling.of(text.text())
        : null;
  }

  private Map<String, String> entries(Trait trait) {
    return !without.contains(trait) && item.value(trait) instanceof Value.Entries some
        ? some.entries()
        : Map.of();
  }
}
