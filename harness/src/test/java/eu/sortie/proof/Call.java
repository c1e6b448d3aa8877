package eu.sortie.proof;

import java.util.Map;
import java.util.TreeMap;

/** What a request asks of S3, with the bucket in its path. */
record Call(HttpCall http, String bucket, String key, Map<String, String> query) {

  static Call of(HttpCall http) {
    var target = http.target().split("\\?", 2);
    var path = target[0].substring(1).split("/", 2);
    var query = new TreeMap<String, String>();
    if (target.length > 1) {
      for (var part : target[1].split("&", -1)) {
        var named = part.split("=", 2);
        query.put(Escaped.inQuery(named[0]), named.length > 1 ? Escaped.inQuery(named[1]) : "");
      }
    }
    return new Call(
        http, Escaped.inPath(path[0]), path.length > 1 ? Escaped.inPath(path[1]) : "", query);
  }

  private boolean is(String method) {
    return http.method().equals(method) && !key.isEmpty();
  }

  boolean putsObject() {
    return is("PUT") && !query.containsKey("partNumber") && !asksForMore();
  }

  boolean beginsParts() {
    return is("POST") && query.containsKey("uploads");
  }

  boolean putsPart() {
    return is("PUT") && query.containsKey("partNumber");
  }

  boolean completesParts() {
    return is("POST") && query.containsKey("uploadId");
  }

  /** The request that carries the header an object is kept with. */
  boolean beginsWrite() {
    return putsObject() || beginsParts();
  }

  boolean carriesBytes() {
    return putsObject() || putsPart();
  }

  boolean getsObject() {
    return is("GET") && !asksForMore();
  }

  boolean getsTags() {
    return is("GET") && query.containsKey("tagging");
  }

  boolean deletes() {
    return is("DELETE") && !query.containsKey("uploadId") && !asksForMore();
  }

  /** Without a version's name: what is there is hidden by a delete marker. */
  boolean deletesCurrent() {
    return deletes() && !query.containsKey("versionId");
  }

  boolean lists() {
    return http.method().equals("GET")
        && key.isEmpty()
        && !bucket.isEmpty()
        && (query.containsKey("list-type") || query.containsKey("versions"));
  }

  boolean listsVersions() {
    return lists() && query.containsKey("versions");
  }

  /** One of an object's other properties, which have requests of their own. */
  private boolean asksForMore() {
    return query.keySet().stream()
        .anyMatch(
            name -> name.matches("tagging|acl|retention|legal-hold|attributes|torrent|uploads"));
  }

  /** The same for another key. */
  HttpCall under(String otherKey) {
    var target = http.target().split("\\?", 2);
    return http.withTarget("/" + Escaped.path(bucket) + "/" + Escaped.path(otherKey)
        + (target.length > 1 ? "?" + target[1] : ""));
  }
}
