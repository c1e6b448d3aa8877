package eu.sortie.s3.bucket;

import eu.sortie.s3.bucket.BucketCalls.Request;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The requests that put configurations. */
final class Put {

  private Put() {}

  static Request xml(Configuration configuration, String root, XmlElement content) {
    return xml(query(configuration), root, content);
  }

  static Request xml(SortedMap<String, String> query, String root, XmlElement content) {
    return new Request(
        "PUT", query, Map.of("Content-Type", "application/xml"), Document.of(root, content));
  }

  static Request json(Configuration configuration, String document) {
    return new Request(
        "PUT", query(configuration), Map.of("Content-Type", "application/json"), document);
  }

  static Request headers(Configuration configuration, Map<String, String> headers) {
    return new Request("PUT", query(configuration), headers, "");
  }

  static SortedMap<String, String> query(Configuration configuration) {
    return new TreeMap<>(Map.of(configuration.query(), ""));
  }
}
