package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
    var answer = s3.get(bucket, planted.key());
    if (!answer.isOk()) {
      return Optional.of("taken, but a read was answered " + answer.words());
    }
    var shown = carried(answer.headers());
    shown.put("size", Long.toString(answer.size()));
    shown.put("content", answer.sha256());
    shown.put("parts by its ETag", parts(answer.header("ETag")));

    var expected = carried(planted.headers());
    // A server gives a type of its own choice to what was planted without one.
    expected.putIfAbsent(CONTENT_TYPE, shown.getOrDefault(CONTENT_TYPE, ""));
    expected.put("size", Long.toString(planted.body().size()));
    expected.put("content", Digests.of(planted.body()));
    expected.put("parts by its ETag", Integer.toString(planted.parts()));
    // Not every source has tags at all, so it is asked only where some were planted.
    if (!planted.tags().isEmpty()) {
      expected.put("tags", planted.tags().toString());
      shown.put("tags", s3.tags(bucket, planted.key()).toString());
    }
    return firstDifference(expected, shown);
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
}
