package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A look at what a source shows of an item that was planted there: only what it shows counts as planted. */
final class Look {

  private static final String CONTENT_TYPE = "content-type";
  private static final String STORAGE_CLASS = "x-amz-storage-class";

  /** Besides user metadata, the headers an item carries; those that were not planted must not appear. */
  private static final Set<String> CARRIED = Set.of(
      CONTENT_TYPE,
      "content-encoding",
      "content-language",
      "content-disposition",
      "cache-control",
      "expires",
      "x-amz-website-redirect-location",
      STORAGE_CLASS);

  /** Headers that servers also add of their own accord; looked for only where they were planted. */
  private static final Set<String> SHOWN_WHERE_PLANTED = Set.of(
      "x-amz-server-side-encryption",
      "x-amz-server-side-encryption-aws-kms-key-id",
      "x-amz-server-side-encryption-customer-algorithm",
      "x-amz-server-side-encryption-customer-key-md5",
      "x-amz-checksum-crc32",
      "x-amz-checksum-crc32c",
      "x-amz-checksum-sha1",
      "x-amz-checksum-sha256",
      "x-amz-checksum-type");

  private static final String LOCK = "x-amz-object-lock-";
  private static final String CUSTOMER = "x-amz-server-side-encryption-customer-";

  private final RawS3 s3;
  private final String bucket;

  Look(RawS3 s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The first difference between what was planted and what is shown; empty where there is none. */
  Optional<String> firstDifferenceOf(List<Specimen> planted) throws IOException {
    for (var each : planted) {
      var difference = differenceOf(each);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> differenceOf(Specimen planted) throws IOException {
    return differenceOf(planted, "");
  }

  /** The difference between what was planted and one version; empty where there is none. */
  Optional<String> differenceOf(Specimen planted, String version) throws IOException {
    var method = planted.isArchived() ? "HEAD" : "GET";
    var answer = s3.read(method, bucket, planted.key(), version, forReading(planted));
    if (!answer.isOk()) {
      return Optional.of("taken, but a read was answered " + answer.words());
    }
    var shown = carried(answer.headers());
    shown.put("parts by its ETag", parts(answer.header("ETag")));

    var expected = carried(planted.headers());
    // A server gives a type of its own choice to what was planted without one.
    expected.putIfAbsent(CONTENT_TYPE, shown.getOrDefault(CONTENT_TYPE, ""));
    expected.put("parts by its ETag", Integer.toString(planted.parts()));
    if (!planted.isArchived()) {
      shown.put("size", Long.toString(answer.size()));
      shown.put("content", answer.sha256());
      expected.put("size", Long.toString(planted.body().size()));
      expected.put("content", Digests.of(planted.body()));
    }
    planted.headers().forEach((name, value) -> {
      var folded = name.toLowerCase(Locale.ROOT);
      if (SHOWN_WHERE_PLANTED.contains(folded)) {
        expected.put(folded, value);
        shown.put(folded, answer.header(folded));
      }
    });
    // Not every source has tags at all, so it is asked only where some were planted.
    if (!planted.tags().isEmpty()) {
      expected.put("tags", planted.tags().toString());
      shown.put("tags", s3.tags(bucket, planted.key(), version).toString());
    }
    for (var question : planted.shows().entrySet()) {
      expected.put(question.getKey().toString(), question.getValue());
      shown.put(
          question.getKey().toString(), answer(question.getKey(), planted.key(), version, answer));
    }
    return firstDifference(expected, shown);
  }

  /** Checksums are shown to those who ask; what the customer encrypted, to those who have the key. */
  private static Map<String, String> forReading(Specimen planted) {
    var headers = new TreeMap<String, String>();
    planted.headers().forEach((name, value) -> {
      var folded = name.toLowerCase(Locale.ROOT);
      if (folded.startsWith(CUSTOMER)) {
        headers.put(folded, value);
      } else if (folded.startsWith("x-amz-checksum-")) {
        headers.put("x-amz-checksum-mode", "ENABLED");
      }
    });
    return headers;
  }

  private String answer(Question question, String key, String version, Answer read)
      throws IOException {
    return switch (question) {
      case RESTORED ->
        read.header("x-amz-restore").contains("ongoing-request=\"false\"")
            ? "for a while"
            : read.header("x-amz-restore");
      case GRANTS ->
        ask(
            key,
            version,
            "acl",
            document -> Grants.words(Xml.grants(document).toArray(String[]::new)));
      case RETENTION ->
        read.header(LOCK + "mode").isEmpty()
            ? ask(
                key,
                version,
                "retention",
                document -> retention(first(document, "Mode"), first(document, "RetainUntilDate")))
            : retention(read.header(LOCK + "mode"), read.header(LOCK + "retain-until-date"));
      case LEGAL_HOLD ->
        read.header(LOCK + "legal-hold").isEmpty()
            ? ask(key, version, "legal-hold", document -> first(document, "Status"))
            : read.header(LOCK + "legal-hold");
    };
  }

  private String ask(String key, String version, String query, Reading reading) throws IOException {
    var answer = s3.part(bucket, key, version, query);
    if (!answer.isOk()) {
      return answer.words();
    }
    return answer.text().stripLeading().startsWith("<")
        ? reading.of(answer.opening())
        : "no document, but " + (answer.size() == 0 ? "nothing" : answer.text().strip());
  }

  private static String first(byte[] document, String element) throws IOException {
    return Xml.texts(document, element).stream().findFirst().orElse("nothing");
  }

  private static String retention(String mode, String until) {
    return mode + " until " + instant(until);
  }

  /** Servers write the same instant with and without a fraction. */
  private static String instant(String text) {
    try {
      return Instant.parse(text).toString();
    } catch (DateTimeParseException other) {
      return text;
    }
  }

  private static SortedMap<String, String> carried(SortedMap<String, String> headers) {
    var carried = new TreeMap<String, String>();
    headers.forEach((name, value) -> {
      var folded = name.toLowerCase(Locale.ROOT);
      if (CARRIED.contains(folded) || folded.startsWith(Specimen.META)) {
        carried.put(folded, value);
      }
    });
    carried.putIfAbsent(STORAGE_CLASS, "STANDARD");
    return carried;
  }

  private static String parts(String etag) {
    int hyphen = etag.indexOf('-');
    return hyphen < 0 ? "0" : etag.substring(hyphen + 1).replace("\"", "");
  }

  private static Optional<String> firstDifference(
      SortedMap<String, String> expected, SortedMap<String, String> shown) {
    var names = new TreeSet<>(expected.keySet());
    names.addAll(shown.keySet());
    return names.stream()
        .filter(name -> !isShown(expected.get(name), shown.get(name)))
        .findFirst()
        .map(name -> "taken, but %s: planted %s, the source shows %s"
            .formatted(name, quoted(expected, name), quoted(shown, name)));
  }

  private static boolean isShown(@Nullable String planted, @Nullable String shown) {
    if (planted == null || shown == null) {
      return planted == null && shown == null;
    }
    return planted.equals(shown) || EncodedWords.standFor(planted, shown);
  }

  private static String quoted(SortedMap<String, String> traits, String name) {
    var value = traits.get(name);
    return value == null ? "none" : "'" + value + "'";
  }

  /** What is read out of a document. */
  private interface Reading {
    String of(byte[] document) throws IOException;
  }
}
