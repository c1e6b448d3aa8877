package eu.sortie.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists a bucket by a client of its own, page by page. */
record Listing(BareHand hand, String bucket) {

  /** The size and the storage class of each key. */
  Map<String, Document> objects() {
    var found = new LinkedHashMap<String, Document>();
    for (var token = ""; token != null; ) {
      var answer = BareHand.must(hand.get(
          bucket,
          "",
          "encoding-type=url&list-type=2"
              + (token.isEmpty() ? "" : "&continuation-token=" + Escaped.text(token))));
      var page = Document.of(answer);
      for (var entry : page.children("Contents")) {
        found.put(key(page, entry), entry);
      }
      token = page.text("IsTruncated").equals("true") ? page.text("NextContinuationToken") : null;
    }
    return found;
  }

  List<String> keys() {
    return new ArrayList<>(objects().keySet());
  }

  /** Whether the bucket makes versions, or ever did. */
  boolean isVersioned() {
    var answer = hand.get(bucket, "", "versioning=");
    return answer.isGood()
        && answer.body().length > 0
        && !Document.of(answer).text("Status").isEmpty();
  }

  /** Everything in the bucket, newest first under each key: entries named Version or DeleteMarker. */
  Map<String, List<Document>> versions() {
    var found = new LinkedHashMap<String, List<Document>>();
    for (var marker = ""; marker != null; ) {
      var page = Document.of(
          BareHand.must(hand.get(bucket, "", "encoding-type=url" + marker + "&versions=")));
      for (var entry : page.children()) {
        if (entry.name().equals("Version") || entry.name().equals("DeleteMarker")) {
          found.computeIfAbsent(key(page, entry), any -> new ArrayList<>()).add(entry);
        }
      }
      marker = page.text("IsTruncated").equals("true") ? after(page) : null;
    }
    return found;
  }

  private static String after(Document page) {
    var key = page.text("NextKeyMarker");
    var text = page.text("EncodingType").equals("url") ? Escaped.inQuery(key) : key;
    return "&key-marker=%s&version-id-marker=%s"
        .formatted(Escaped.text(text), Escaped.text(page.text("NextVersionIdMarker")));
  }

  private static String key(Document page, Document entry) {
    return page.text("EncodingType").equals("url")
        ? Escaped.inQuery(entry.text("Key"))
        : entry.text("Key");
  }
}
