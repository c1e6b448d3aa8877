package eu.sortie.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subjects a file of capabilities may speak of, by kind: the traits that are compared, and whole items. */
final class Subjects {

  private static final Map<String, List<String>> BY_KIND = byKind();

  private Subjects() {}

  /** The kinds in the order in which files have them. */
  static List<String> kinds() {
    return List.copyOf(BY_KIND.keySet());
  }

  /** What may be said something of, of one kind. */
  static List<String> of(String kind) {
    return BY_KIND.getOrDefault(kind, List.of());
  }

  private static Map<String, List<String>> byKind() {
    var kinds = new LinkedHashMap<String, List<String>>();
    kinds.put(
        "object",
        List.of(
            "item",
            "versions",
            "content",
            "size",
            "content-type",
            "content-encoding",
            "content-language",
            "content-disposition",
            "cache-control",
            "expires",
            "user-metadata",
            "tags",
            "storage-class",
            "redirect-location",
            "acl",
            "exposure",
            "retention",
            "legal-hold",
            "encryption",
            "checksums",
            "archive",
            "parts",
            "listed",
            "position",
            "null-version",
            "version-time"));
    kinds.put(
        "delete-marker", List.of("item", "listed", "position", "null-version", "version-time"));
    kinds.put(
        "bucket",
        List.of(
            "item",
            "versioning",
            "object-lock",
            "lifecycle",
            "cors",
            "policy",
            "default-encryption",
            "bucket-tags",
            "notifications",
            "website",
            "public-access-block",
            "ownership-controls",
            "logging",
            "replication",
            "request-payment",
            "acceleration",
            "inventory",
            "analytics",
            "bucket-acl",
            "bucket-exposure"));
    return kinds;
  }
}
