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

  private static String key(Document page, Document entry) {
    return page.text("EncodingType").equals("url")
        ? Escaped.inQuery(entry.text("Key"))
        : entry.text("Key");
  }
}
