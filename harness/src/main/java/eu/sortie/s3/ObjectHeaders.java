package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ARCHIVE;
import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CHECKSUMS;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.LEGAL_HOLD;
import static eu.sortie.scenario.ObjectTraits.PARTS;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.RETENTION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The traits that the headers of a GetObject answer show.
 *
 * <p>One rule for every library that reads: what differs then differs at the ends, not in the reading. Header names have no case
 * (RFC 9110, 5.1); values are taken as they are.
 */
final class ObjectHeaders {

  private static final String METADATA = "x-amz-meta-";
  private static final String LOCK = "x-amz-object-lock-";
  private static final String ENCRYPTED = "x-amz-server-side-encryption";
  private static final String CHECKSUM = "x-amz-checksum-";

  private static final Set<String> ALGORITHMS =
      Set.of("crc32", "crc32c", "crc64nvme", "sha1", "sha256");
  private static final Pattern COMPOSITE = Pattern.compile("-\\d+$");
  private static final Pattern MULTIPART = Pattern.compile("^\"?[^\"]+-(\\d+)\"?$");
  private static final Pattern RESTORED =
      Pattern.compile("ongoing-request=\"false\".*expiry-date=\"([^\"]+)\"");

  private static final Map<String, Trait> TEXTS = Map.of(
      "content-type", CONTENT_TYPE,
      "content-encoding", CONTENT_ENCODING,
      "content-language", CONTENT_LANGUAGE,
      "content-disposition", CONTENT_DISPOSITION,
      "cache-control", CACHE_CONTROL,
      "expires", EXPIRES,
      "x-amz-website-redirect-location", REDIRECT_LOCATION);

  private final Map<String, String> headers = new TreeMap<>();

  ObjectHeaders(Map<String, List<String>> raw) {
    raw.forEach((name, values) -> {
      if (name != null) {
        headers.merge(
            name.toLowerCase(Locale.ROOT),
            String.join(",", values),
            (one, more) -> one + "," + more);
      }
    });
  }

  /** Asks a GET or HEAD for the checksums as well. */
  static final Map<String, String> WITH_CHECKSUMS = Map.of("x-amz-checksum-mode", "ENABLED");

  /** A header's value, or the other text where there is none. */
  String get(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }

  /**
   * All traits that headers show; content, size, tags and access list are seen elsewhere, and locks too where an end shows them
   * only to those who ask.
   */
  Map<Trait, Value> traits() {
    var traits = new LinkedHashMap<Trait, Value>();
    TEXTS.forEach((header, trait) -> traits.put(trait, text(header)));
    traits.put(USER_METADATA, userMetadata());
    // S3 names every class but the usual one.
    traits.put(STORAGE_CLASS, Value.text(get("x-amz-storage-class", "STANDARD")));
    traits.put(ARCHIVE, archive());
    traits.put(ENCRYPTION, encryption());
    traits.put(
        RETENTION, Locks.retention(get(LOCK + "mode", ""), get(LOCK + "retain-until-date", "")));
    traits.put(LEGAL_HOLD, Locks.legalHold(get(LOCK + "legal-hold", "")));
    traits.put(CHECKSUMS, checksums());
    traits.put(PARTS, parts());
    traits.put(ETAG, text("etag"));
    traits.put(LAST_MODIFIED, Instants.of(headers.get("last-modified")));
    return traits;
  }

  private Value text(String header) {
    var value = headers.get(header);
    return value == null || value.isEmpty() ? Value.absent() : Value.text(value);
  }

  private Value userMetadata() {
    if (headers.containsKey("x-amz-missing-meta")) {
      return Value.unknown(
          get("x-amz-missing-meta", "some") + " entries cannot be shown in headers");
    }
    var entries = new TreeMap<String, String>();
    headers.forEach((name, value) -> {
      if (name.startsWith(METADATA)) {
        entries.put(name.substring(METADATA.length()), value);
      }
    });
    return Value.entries(entries);
  }

  /** A GET that gave bytes is of no archived object: what remains is one that is restored for a while. */
  private Value archive() {
    var expiry = RESTORED.matcher(get("x-amz-restore", ""));
    return expiry.find()
        ? Value.text("restored until " + Instants.of(expiry.group(1)))
        : Value.absent();
  }

  private Value encryption() {
    var entries = new TreeMap<String, String>();
    put(entries, "mode", get(ENCRYPTED, ""));
    put(entries, "key", get(ENCRYPTED + "-aws-kms-key-id", ""));
    if (headers.containsKey(ENCRYPTED + "-customer-algorithm")) {
      entries.put("mode", "SSE-C");
    }
    return Value.entries(entries);
  }

  /**
   * The checksums an end keeps, by algorithm.
   *
   * <p>Not every end names their type. Then it is read off the value: that of a whole made of parts ends in their number.
   */
  private Value checksums() {
    var entries = new TreeMap<String, String>();
    headers.forEach((name, value) -> {
      var algorithm = name.startsWith(CHECKSUM) ? name.substring(CHECKSUM.length()) : "";
      if (ALGORITHMS.contains(algorithm)) {
        entries.put(algorithm, value);
      }
    });
    if (!entries.isEmpty()) {
      var composite =
          entries.values().stream().anyMatch(value -> COMPOSITE.matcher(value).find());
      entries.put("type", get(CHECKSUM + "type", composite ? "COMPOSITE" : "FULL_OBJECT"));
    }
    return Value.entries(entries);
  }

  /** An ETag of a whole made of parts ends in their number. */
  private Value parts() {
    var number = MULTIPART.matcher(get("etag", ""));
    return number.find() ? Value.text(number.group(1)) : Value.absent();
  }

  private static void put(Map<String, String> entries, String name, String value) {
    if (!value.isEmpty()) {
      entries.put(name, value);
    }
  }
}
