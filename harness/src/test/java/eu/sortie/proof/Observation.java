package eu.sortie.proof;

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
      of(key).ifPresent(sight -> seen.put(key, sight));
    }
    return seen;
  }

  private Optional<Sight> of(String key) {
    var answer = hand.send(
        "GET", bucket, key, "", List.of(new Field("Accept-Encoding", "identity")), new byte[0]);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      return Optional.of(Sight.BLIND);
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
    tags(key).ifPresent(tags -> eye.entries("tags", tags));
    return Optional.of(eye.sight());
  }

  private static Map<String, String> joined(Fields fields) {
    var joined = new TreeMap<String, String>();
    fields
        .all()
        .forEach(field -> joined.merge(
            field.name().toLowerCase(Locale.ROOT), field.text(), (one, more) -> one + "," + more));
    return joined;
  }

  private Optional<Map<String, String>> tags(String key) {
    var answer = hand.get(bucket, key, "tagging=");
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
