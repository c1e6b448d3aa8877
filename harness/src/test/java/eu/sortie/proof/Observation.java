package eu.sortie.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at the objects of a bucket one by one, with a client that shares nothing with Sortie's. */
record Observation(BareHand hand, String bucket) {

  private static final Map<String, String> HEADERS = Map.of(
      "content-type", "content-type",
      "content-encoding", "content-encoding",
      "content-language", "content-language",
      "content-disposition", "content-disposition",
      "cache-control", "cache-control",
      "expires", "expires",
      "x-amz-website-redirect-location", "redirect-location");
  private static final String METADATA = "x-amz-meta-";
  private static final Set<String> NO_TAGS =
      Set.of("NoSuchTagSet", "NoSuchTagSetError", "NotImplemented", "MethodNotAllowed");

  /** What is under each of the keys; a key that is not there is left out. */
  Map<String, Sight> of(Iterable<String> keys) {
    var seen = new TreeMap<String, Sight>();
    for (var key : keys) {
      of(key, "").ifPresent(eye -> seen.put(key, eye.sight()));
    }
    return seen;
  }

  /** The history of each key, oldest first. */
  Map<String, List<Version>> histories() {
    var listing = new Listing(hand, bucket);
    var histories = new TreeMap<String, List<Version>>();
    if (listing.isVersioned()) {
      listing.versions().forEach((key, entries) -> histories.put(key, history(key, entries)));
    } else {
      listing.objects().forEach((key, entry) -> histories.put(key, List.of(only(key, entry))));
    }
    return histories;
  }

  private List<Version> history(String key, List<Document> newestFirst) {
    var versions = new ArrayList<Version>();
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      var entry = newestFirst.get(i);
      var id = entry.text("VersionId");
      var isMarker = entry.name().equals("DeleteMarker");
      var eye = isMarker
          ? new Sight.Eye()
          : of(key, "versionId=" + Escaped.text(id)).orElseGet(Sight.Eye::new);
      eye.text("null-version", id.equals("null") ? "yes" : "");
      eye.text("version-time", Instant.parse(entry.text("LastModified")).toString());
      versions.add(new Version(isMarker ? "delete-marker" : "object", id, eye.sight()));
    }
    return versions;
  }

  /** A version by the server's name for it, if it is there: of one that no listing shows nobody knows when it was written. */
  Optional<Version> unlisted(String key, String id) {
    return of(key, "versionId=" + Escaped.text(id))
        .filter(eye -> !eye.sight().equals(Sight.BLIND))
        .map(eye -> {
          eye.text("null-version", id.equals("null") ? "yes" : "");
          eye.text("version-time", "");
          return new Version("object", id, eye.sight());
        });
  }

  /** The one version of a key that a server without versions keeps. */
  private Version only(String key, Document entry) {
    var eye = of(key, "").orElseGet(Sight.Eye::new);
    eye.text("null-version", "");
    eye.text("version-time", Instant.parse(entry.text("LastModified")).toString());
    return new Version("object", "", eye.sight());
  }

  private Optional<Sight.Eye> of(String key, String version) {
    var answer = hand.send(
        "GET",
        bucket,
        key,
        version,
        List.of(
            new Field("Accept-Encoding", "identity"), new Field("x-amz-checksum-mode", "ENABLED")),
        new byte[0]);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      return Optional.of(new Sight.Eye());
    }
    var eye = new Sight.Eye();
    eye.text("content", Signer.hex(Signer.sha256(answer.body())));
    eye.text("size", String.valueOf(answer.body().length));
    var fields = joined(answer.fields());
    HEADERS.forEach((header, trait) -> eye.text(trait, fields.getOrDefault(header, "")));
    eye.text("storage-class", fields.getOrDefault("x-amz-storage-class", "STANDARD"));
    if (!fields.containsKey("x-amz-missing-meta")) {
      eye.entries(
          "user-metadata",
          fields.entrySet().stream()
              .filter(field -> field.getKey().startsWith(METADATA))
              .collect(Collectors.toMap(
                  field -> field.getKey().substring(METADATA.length()), Map.Entry::getValue)));
    }
    tags(key, version).ifPresent(tags -> eye.entries("tags", tags));
    new SideSight(hand, bucket, key, version).into(eye, fields);
    return Optional.of(eye);
  }

  private static Map<String, String> joined(Fields fields) {
    var joined = new TreeMap<String, String>();
    fields
        .all()
        .forEach(field -> joined.merge(
            field.name().toLowerCase(Locale.ROOT), field.text(), (one, more) -> one + "," + more));
    return joined;
  }

  private Optional<Map<String, String>> tags(String key, String version) {
    var answer = hand.get(bucket, key, "tagging=" + (version.isEmpty() ? "" : "&" + version));
    if (answer.isGood() && answer.body().length == 0) {
      // S3Mock has nothing to say where there are none.
      return Optional.of(Map.of());
    }
    if (!answer.isGood()) {
      return answer.text().contains("<Code>")
              && NO_TAGS.contains(Document.of(answer).text("Code"))
          ? Optional.of(Map.of())
          : Optional.empty();
    }
    var tags = new TreeMap<String, String>();
    for (var set : Document.of(answer).children("TagSet")) {
      set.children("Tag").forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
    }
    return Optional.of(tags);
  }
}
