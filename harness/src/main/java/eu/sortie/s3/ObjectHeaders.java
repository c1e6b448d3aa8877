package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The traits that the headers of a GetObject answer show.
 *
 * <p>One rule for every library that reads: what differs then differs at the ends, not in the reading. Header names have no case
 * (RFC 9110, 5.1); values are taken as they are.
 */
final class ObjectHeaders {

  private static final String METADATA = "x-amz-meta-";

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

  /** A header's value, or the other text where there is none. */
  String get(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }

  /** All traits that headers show; content, size and tags are seen elsewhere. */
  Map<Trait, Value> traits() {
    var traits = new LinkedHashMap<Trait, Value>();
    TEXTS.forEach((header, trait) -> traits.put(trait, text(header)));
    traits.put(USER_METADATA, userMetadata());
    // S3 names every class but the usual one.
    traits.put(STORAGE_CLASS, Value.text(get("x-amz-storage-class", "STANDARD")));
    traits.put(ETAG, text("etag"));
    traits.put(LAST_MODIFIED, lastModified());
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

  private Value lastModified() {
    var value = headers.get("last-modified");
    if (value == null) {
      return Value.absent();
    }
    try {
      return Value.text(instant(value).toString());
    } catch (DateTimeParseException odd) {
      return Value.text(value);
    }
  }

  private static Instant instant(String value) {
    return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
